// SPDX-License-Identifier: Apache-2.0

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

        func stackPointer(startingAt position: Int) -> UInt {
            let pc = ProgramCounter(code + position)
            _ = handler(at: pc)(pc, frame, UnsafeMutableRawPointer(frame), context, 0, 0)
            return UInt(frame.pointee)
        }
        let top = stackPointer(startingAt: 2 &* count), bottom = stackPointer(startingAt: 0)
        return max(top, bottom) &- min(top, bottom)
    }
}

extension Handlers {
    /// Puts where it is on the host's stack into slot 0, and ends.
    fileprivate static var reportStack: Handler {
        { _, fp, _, _, _, _ in
            var here: UInt64 = 0
            withUnsafeMutablePointer(to: &here) { fp[0] = UInt64(UInt(bitPattern: $0)) }
            return Status.finished
        }
    }
}
