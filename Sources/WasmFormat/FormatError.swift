// SPDX-License-Identifier: Apache-2.0

// Why bytes are not a valid module: a closed set of codes in the official suite's wording, and where.

/// Why a module was refused. A plain value without references, so that throwing it costs a hot loop nothing.
public struct FormatError: Error, Sendable, Hashable {
    /// The closed set of reasons. The raw value is the official suite's wording, where it has one.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        // Malformed: the bytes do not follow the binary format.
        case magicHeaderNotDetected = "magic header not detected"
        case unknownBinaryVersion = "unknown binary version"
        case malformedSectionID = "malformed section id"
        case sectionSizeMismatch = "section size mismatch"
        case unexpectedContentAfterLastSection = "unexpected content after last section"
        case unexpectedEnd = "unexpected end"
        case unexpectedEndOfSectionOrFunction = "unexpected end of section or function"
        case lengthOutOfBounds = "length out of bounds"
        case integerRepresentationTooLong = "integer representation too long"
        case integerTooLarge = "integer too large"
        case malformedUTF8Encoding = "malformed UTF-8 encoding"
        case malformedValueType = "malformed value type"
        case malformedReferenceType = "malformed reference type"
        case malformedFunctionType = "malformed function type"
        case malformedImportKind = "malformed import kind"
        case malformedExportKind = "malformed export kind"
        case malformedMutability = "malformed mutability"
        case malformedLimitsFlags = "malformed limits flags"
        case malformedMemopFlags = "malformed memop flags"
        case malformedTagAttribute = "malformed tag attribute"
        case malformedElementSegmentKind = "malformed elements segment kind"
        case malformedDataSegmentKind = "malformed data segment kind"
        case malformedCatchClause = "malformed catch clause"
        case zeroByteExpected = "zero byte expected"
        case illegalOpcode = "illegal opcode"
        case endOpcodeExpected = "END opcode expected"
        case tooManyLocals = "too many locals"
        case functionAndCodeInconsistent = "function and code section have inconsistent lengths"
        case dataCountInconsistent = "data count and data section have inconsistent lengths"
        case dataCountRequired = "data count section required"

        // Invalid: the bytes are a module that breaks a rule.
        case typeMismatch = "type mismatch"
        case constantExpressionRequired = "constant expression required"
        case alignmentTooLarge = "alignment must not be larger than natural"
        case atomicAlignmentNotNatural = "atomic alignment must be natural"
        case memoryOffsetOutOfRange = "offset out of range"
        case invalidLaneIndex = "invalid lane index"
        case invalidResultArity = "invalid result arity"
        case globalIsImmutable = "global is immutable"
        case undeclaredFunctionReference = "undeclared function reference"
        case duplicateExportName = "duplicate export name"
        case startFunction = "start function"
        case multipleMemories = "multiple memories"
        case multipleTables = "multiple tables"
        case memorySizeTooLarge = "memory size must be at most 65536 pages (4GiB)"
        case sizeMinimumGreaterThanMaximum = "size minimum must not be greater than maximum"
        case sharedMemoryMustHaveMaximum = "shared memory must have maximum"
        case nonEmptyTagResultType = "non-empty tag result type"
        case unknownType = "unknown type"
        case unknownFunction = "unknown function"
        case unknownTable = "unknown table"
        case unknownMemory = "unknown memory"
        case unknownGlobal = "unknown global"
        case unknownTag = "unknown tag"
        case unknownLocal = "unknown local"
        case unknownLabel = "unknown label"
        case unknownElementSegment = "unknown elem segment"
        case unknownDataSegment = "unknown data segment"

        // Neither: beyond what we take on.
        case featureNotEnabled = "feature not enabled"
        case implementationLimit = "implementation limit exceeded"
    }

    /// What makes the reason concrete.
    package enum Detail: Sendable, Hashable {
        /// Nothing more to say.
        case none
        /// The index that is unknown.
        case index(UInt32)
        /// An operand of one type was wanted and another found. Nil found: the stack is empty.
        case types(expected: ValueType, found: ValueType?)
        /// An operand of any type was wanted and the stack is empty.
        case stackEmpty
        /// A block ends with values on the stack that it does not return.
        case valuesLeft
        /// The instruction at fault.
        case opcode(Opcode)
        /// The type at fault.
        case type(ValueType)
        /// What a limit is about.
        case limit(Limit)
    }

    /// What we bound although the specification does not.
    package enum Limit: String, Sendable, Hashable {
        case operandStack = "operand stack"
        case controlStack = "nesting of blocks"
        case functionTypeSize = "parameters or results of a function type"
        case moduleSize = "size of the module"
        case entries = "entries of a section"
    }

    /// Why.
    package var code: Code
    /// Where: an offset in the module's bytes.
    public var byteOffset: Int
    /// More about why.
    package var detail: Detail

    /// An error from its parts.
    package init(_ code: Code, at byteOffset: Int, _ detail: Detail = .none) {
        self.code = code
        self.byteOffset = byteOffset
        self.detail = detail
    }
}

extension FormatError: CustomStringConvertible {
    /// The reason without the place, beginning with the official suite's wording.
    public var reason: String {
        switch detail {
        case .none: code.rawValue
        case .index(let index): "\(code.rawValue) \(index)"
        case .types(let expected, let found?): "\(code.rawValue): expected \(expected), found \(found)"
        case .types(let expected, nil): "\(code.rawValue): expected \(expected), found nothing"
        case .stackEmpty: "\(code.rawValue): the operand stack is empty"
        case .valuesLeft: "\(code.rawValue): values remain on the stack at the end of the block"
        case .opcode(let opcode): "\(code.rawValue): \(opcode.mnemonic)"
        case .type(let type): "\(code.rawValue): \(type)"
        case .limit(let limit): "\(code.rawValue): \(limit.rawValue)"
        }
    }

    /// What is wrong and where.
    public var description: String { "\(reason) (at byte offset \(byteOffset))" }
}
