// SPDX-License-Identifier: Apache-2.0

import CVector

// Whether handlers jump to each other, as Handler.swift has it, in the way in which this was compiled. Where they call
// each other instead, the host's stack would grow with every instruction and overflow: no instance is made there.

enum JumpProbe {
    /// Found out once. False without optimisation and without `DEBUG`.
    static let handlersJump: Bool = {
        #if DEBUG
            true
        #else
            stackGrowth() < 64
        #endif
    }()

    /// By how many bytes the host's stack grows while 64 handlers of the everyday kind follow each other: by 16 each at
    /// least, if they are calls.
    private static func stackGrowth() -> UInt {
        let count = 64
        let words = 2 &* count &+ 1
        let code = UnsafeMutablePointer<UInt64>.allocate(capacity: words)
        let frame = FramePointer.allocate(capacity: 1)
        let context = ContextPointer.allocate(capacity: 1)
        defer {
            code.deallocate()
            frame.deallocate()
            context.deallocate()
        }
        // Their operands are all slot 0. They look at nothing else, so the context has no content, and memory no bytes.
        frame.initialize(to: 0)
        code.initialize(repeating: 0, count: words)
        for position in 0..<count {
            code[2 &* position] = word(position & 1 == 0 ? Handlers.copy : BinaryOperation.i32Add.slots)
        }
        code[2 &* count] = word(Handlers.reportStack)

        let top = stackAddress(after: code + 2 &* count, frame, context), bottom = stackAddress(after: code, frame, context)
        return max(top, bottom) &- min(top, bottom)
    }

    /// Where on the stack `reportStack` is in the end. Never inlined: into a caller that knows the code it would bring the
    /// handler, whose frame were another one then.
    @inline(never)
    private static func stackAddress(
        after pc: ProgramCounter, _ frame: FramePointer, _ context: ContextPointer
    ) -> UInt {
        _ = handler(at: pc)(pc, frame, UnsafeMutableRawPointer(frame), context, 0, 0)
        return UInt(frame.pointee)
    }
}

extension Handlers {
    /// Puts where it is on the host's stack into slot 0, and ends.
    fileprivate static var reportStack: Handler {
        { _, fp, _, _, _, _ in
            fp[0] = UInt64(cv_frame_address())
            return Status.finished
        }
    }
}
