// SPDX-License-Identifier: Apache-2.0

// Pairs of moves, constants and calls in one handler. What they do is said in Fusion.swift.

extension Handlers {
    /// dst, a, dst, a; two more pairs.
    static var copyFour: Handler {
        { pc, fp, memory, context, _, f in
            let word = pc[1], extra = pc[2]
            fp[word.field0] = fp[word.field1]
            fp[word.field2] = fp[word.field3]
            fp[extra.field0] = fp[extra.field1]
            fp[extra.field2] = fp[extra.field3]
            return next(pc + 3, fp, memory, context, 0, f)
        }
    }

    /// dst, dst; two values.
    static var constantTwo: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1], values = pc[2]
            fp[word.field0] = values & 0xffff_ffff
            fp[word.field1] = values.high32
            return next(pc + 3, fp, memory, context, a, f)
        }
    }

    /// dst, a, dst; value.
    static var copyAndConstant: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = fp[word.field1]
            fp[word.field2] = pc[2]
            return next(pc + 3, fp, memory, context, a, f)
        }
    }

    /// base, link, dst, a; the callee's code. When the call has to be made again after an interrupt, so does the move,
    /// which changes nothing.
    static var copyAndCall: Handler {
        { pc, fp, memory, context, _, f in
            let word = pc[1]
            fp[word.field2] = fp[word.field3]
            let callee = fp + word.field0
            if _slowPath(UInt(bitPattern: callee) >= context.pointee.stackLimit) {
                return stackCheckFailed(pc, fp, memory, context, 0, f)
            }
            let link = fp + word.field1
            link[0] = UInt64(UInt(bitPattern: pc + 3))
            link[1] = UInt64(UInt(bitPattern: fp))
            return next(directCallee(pc), callee, memory, context, 0, f)
        }
    }
}
