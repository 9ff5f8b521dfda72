// SPDX-License-Identifier: Apache-2.0

import Testing

@_spi(Descriptions) @testable import WASI

// Numbers, sharing and limits of the descriptor table.

/// Says when it was closed.
private final class Probe: OpenDescription {
    var closeCount = 0
    init() { super.init(hostFD: -1, fileType: .unknown, rights: .all) }
    override func close() throws(Errno) { closeCount += 1 }
}

extension WASITests {
    @Suite struct DescriptorTableTests {
        @Test func givesOutTheLowestFreeNumber() throws {
            let table = DescriptorTable(limit: 8)
            for expected: Int32 in 0..<5 { #expect(try table.insert(Descriptor(Probe())) == expected) }
            try table.close(3)
            try table.close(1)
            #expect(try table.insert(Descriptor(Probe())) == 1)
            #expect(try table.insert(Descriptor(Probe())) == 3)
            #expect(try table.insert(Descriptor(Probe())) == 5)
            #expect(table.checkInvariants())
        }

        @Test func minimumIsHonouredAndLeavesLowerNumbersFree() throws {
            let table = DescriptorTable(limit: 8)
            #expect(try table.insert(Descriptor(Probe()), from: 5) == 5)
            #expect(try table.insert(Descriptor(Probe()), from: 5) == 6)
            #expect(try table.insert(Descriptor(Probe())) == 0)
            #expect(table.checkInvariants())
        }

        @Test func fullTableIsEMFILE() throws {
            let table = DescriptorTable(limit: 3)
            for _ in 0..<3 { try table.insert(Descriptor(Probe())) }
            #expect(throws: Errno.mfile) { try table.insert(Descriptor(Probe())) }
            #expect(throws: Errno.mfile) { try table.lowestFree() }
            #expect(throws: Errno.mfile) { try table.duplicate(0, from: 0, closeOnExec: false) }
            try table.close(2)
            #expect(try table.lowestFree() == 2)
        }

        @Test func limitsBoundNewNumbersOnly() throws {
            let table = DescriptorTable(limit: 8)
            for _ in 0..<4 { try table.insert(Descriptor(Probe())) }
            try table.setLimits(soft: 2, hard: 6)
            #expect(throws: Errno.mfile) { try table.insert(Descriptor(Probe())) }
            #expect(throws: Errno.inval) { try table.duplicate(3, from: 2, closeOnExec: false) }
            #expect(throws: Errno.badf) { try table.duplicate(0, to: 3, closeOnExec: false) }
            #expect(throws: Errno.inval) { try table.setLimits(soft: 7, hard: 6) }
            #expect(throws: Errno.perm) { try table.setLimits(soft: 0, hard: 7) }
            #expect(throws: Errno.perm) { try table.setLimits(soft: 0, hard: .max) }
            try table.close(3)
            try table.setLimits(soft: 6, hard: 6)
            #expect(try table.lowestFree() == 3)
        }

        @Test func copiesShareAndTheLastOneCloses() throws {
            let table = DescriptorTable(limit: 8)
            let probe = Probe()
            let fd = try table.insert(Descriptor(probe))
            let copy = try table.duplicate(fd, from: 0, closeOnExec: true)
            #expect(try table.descriptor(copy).closeOnExec)
            #expect(try !table.descriptor(fd).closeOnExec)
            try table.close(fd)
            #expect(probe.closeCount == 0)
            try table.close(copy)
            #expect(probe.closeCount == 1)
        }

        @Test func dupToClosesTheTarget() throws {
            let table = DescriptorTable(limit: 8)
            let (first, second) = (Probe(), Probe())
            try table.insert(Descriptor(first))
            try table.insert(Descriptor(second))
            try table.duplicate(0, to: 1, closeOnExec: false)
            #expect(second.closeCount == 1)
            #expect(try table.description(1) === first)
            try table.duplicate(0, to: 7, closeOnExec: false)
            try table.duplicate(0, to: 0, closeOnExec: true)
            #expect(try !table.descriptor(0).closeOnExec)
            #expect(throws: Errno.badf) { try table.duplicate(0, to: 8, closeOnExec: false) }
            #expect(throws: Errno.badf) { try table.duplicate(0, to: -1, closeOnExec: false) }
            #expect(throws: Errno.badf) { try table.duplicate(5, to: 0, closeOnExec: false) }
            #expect(table.checkInvariants())
        }

        @Test func renumberMoves() throws {
            let table = DescriptorTable(limit: 8)
            let (first, second) = (Probe(), Probe())
            try table.insert(Descriptor(first))
            try table.insert(Descriptor(second))
            try table.renumber(0, to: 1)
            #expect(second.closeCount == 1 && first.closeCount == 0)
            #expect(try table.description(1) === first)
            #expect(throws: Errno.badf) { try table.description(0) }
            #expect(throws: Errno.badf) { try table.renumber(1, to: 5) }
            try table.renumber(1, to: 1)
            #expect(first.closeCount == 0 && table.openCount == 1)
            #expect(table.checkInvariants())
        }

        @Test func handlesDoNotTakePOSIXNumbers() throws {
            let table = DescriptorTable(limit: 3)
            let handle = try table.insertHandle(Descriptor(Probe()))
            #expect(handle == 1 << 30)
            #expect(try table.insert(Descriptor(Probe())) == 0)
            #expect(throws: Errno.badf) { try table.hostFD(handle) }
            #expect(throws: Errno.badf) { try table.renumber(handle, to: 0) }
            try table.close(handle)
            #expect(throws: Errno.badf) { try table.close(handle) }
            #expect(try table.insertHandle(Descriptor(Probe())) == handle)
        }

        @Test(arguments: [-1, 3, 64, .min, .max, 1 << 30, (1 << 30) + 5] as [Int32])
        func numbersThatAreNotOpenAreEBADF(_ fd: Int32) {
            let table = DescriptorTable(limit: 64)
            #expect(throws: Errno.badf) { try table.hostFD(fd) }
            #expect(throws: Errno.badf) { try table.description(fd) }
            #expect(throws: Errno.badf) { try table.close(fd) }
            #expect(throws: Errno.badf) { try table.renumber(fd, to: fd) }
            #expect(throws: Errno.badf) { try table.duplicate(fd, from: 0, closeOnExec: false) }
            #expect(table.hostFDOrNone(fd) == -1)
        }

        @Test func rightsCanOnlyBeGivenUp() throws {
            let table = DescriptorTable(limit: 8)
            try table.insert(Descriptor(Probe(), rights: [.fdRead, .fdWrite]))
            try table.restrict(0, rights: .fdRead, inheriting: [])
            #expect(throws: Errno.notcapable) { try table.restrict(0, rights: [.fdRead, .fdWrite], inheriting: []) }
            #expect(throws: Errno.notcapable) { try table.restrict(0, rights: .fdRead, inheriting: .fdRead) }
            #expect(throws: Errno.notcapable) { try table.descriptor(0, .fdWrite) }
            #expect(table.checkInvariants())
        }
    }
}
