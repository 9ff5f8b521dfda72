# SPDX-License-Identifier: Apache-2.0
#
# NetWASI. `make help` lists the targets. Everything that is built is under build/; a step that is done is not done
# again, and one that was stopped starts over. What takes more than three lines is a script in toolchain/.

BUILD ?= build
PREFIX ?= /usr/local
JOBS ?= $(shell getconf _NPROCESSORS_ONLN)
PACKAGES ?= $(BUILD)/packages
export BUILD JOBS PACKAGES

STAMPS := $(BUILD)/stamps
CC_WASM := $(BUILD)/bin/netwasi-cc
SAY := @printf 'netwasi: %s\n'

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
# Steps that do not wait for each other run beside each other, unless it is said otherwise (make -j1).
MAKEFLAGS += --no-print-directory
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(JOBS)
endif

.PHONY: all
all: host shim ## Build the host, the sysroot, the shim and the compiler driver (the default)

# --- Packages and tools of this machine ---

$(STAMPS)/packages: toolchain/packages toolchain/install-packages.sh
	@toolchain/install-packages.sh toolchain/packages
	@mkdir -p $(@D) && touch $@

$(STAMPS)/packages-check $(STAMPS)/packages-bench: $(STAMPS)/%: toolchain/% $(STAMPS)/packages
	@toolchain/install-packages.sh toolchain/$*
	@touch $@

$(STAMPS)/packages-suites $(STAMPS)/packages-fuzz: $(STAMPS)/%: toolchain/% $(STAMPS)/packages-check
	@toolchain/install-packages.sh toolchain/$*
	@touch $@

$(BUILD)/tools.conf: toolchain/find-tools.sh | $(STAMPS)/packages
	@mkdir -p $(@D)
	@toolchain/find-tools.sh > $@

# --- Sysroot and compiler driver ---

SYSROOT_CHOICE := $(STAMPS)/sysroot-$(shell printf %s '$(WASI_SYSROOT)-$(WASI_LIBC_SOURCE)' | cksum | cut -d' ' -f1)
export WASI_SYSROOT WASI_LIBC_SOURCE

$(SYSROOT_CHOICE): toolchain/pins toolchain/build-sysroot.sh $(BUILD)/tools.conf
	@toolchain/build-sysroot.sh
	@rm -rf $(STAMPS)/sysroot-* $(BUILD)/obj/shim && touch $@

DRIVER_SOURCES := $(wildcard toolchain/netwasi-* toolchain/share/* toolchain/share/*/* toolchain/install-*.sh)
$(STAMPS)/driver: $(DRIVER_SOURCES) toolchain/strip.c toolchain/adapt.c toolchain/module-file.h $(SYSROOT_CHOICE)
	@toolchain/install-driver.sh
	@touch $@

.PHONY: sysroot
sysroot: $(STAMPS)/driver ## Build wasi-libc and install netwasi-cc over it

# --- Shim: our headers, and csrc/ as libnetwasi.a; csrc/emulated-pthread as a library to be named ---

# Those of musl that wasi-libc leaves out are named in csrc/musl-headers.
MUSL_HEADERS := $(patsubst %,$(BUILD)/shim/include/%,$(shell sed 's/\#.*//' csrc/musl-headers))
HEADERS := $(patsubst include/%,$(BUILD)/shim/include/%,$(shell find include -name '*.h')) $(MUSL_HEADERS)
ALL_SHIM_OBJECTS := $(patsubst csrc/%.c,$(BUILD)/obj/shim/%.o,$(shell find csrc -name '*.c' 2>/dev/null))
PTHREAD_OBJECTS := $(filter $(BUILD)/obj/shim/emulated-pthread/%,$(ALL_SHIM_OBJECTS))
SHIM_OBJECTS := $(filter-out $(PTHREAD_OBJECTS),$(ALL_SHIM_OBJECTS))
SHIM_FLAGS := -std=gnu11 -O2 -g0 -Wall -Wextra -Wconversion -Werror -ffunction-sections -fdata-sections -MMD -MP

$(BUILD)/shim/include/%: include/% | $(STAMPS)/driver
	@mkdir -p $(@D) && cp -p $< $@

$(MUSL_HEADERS): $(BUILD)/shim/include/%: csrc/musl-headers | $(STAMPS)/wasi-libc-source
	@mkdir -p $(@D) && cp $(MUSL)/include/$* $@

$(BUILD)/obj/shim/%.o: csrc/%.c $(STAMPS)/driver | $(HEADERS)
	$(SAY) "compiling $<"
	@mkdir -p $(@D)
	@$(CC_WASM) $(SHIM_FLAGS) -Icsrc -c $< -o $@

# Files of musl that wasi-libc carries and does not compile, named in csrc/musl-sources, unmodified; csrc/musl holds
# headers that stand before musl's internal ones.
MUSL := $(BUILD)/src/wasi-libc/libc-top-half/musl
MUSL_SOURCES := $(shell sed 's/\#.*//' csrc/musl-sources 2>/dev/null)
MUSL_OBJECTS := $(patsubst %.c,$(BUILD)/obj/shim/musl/%.o,$(MUSL_SOURCES))
MUSL_FLAGS := -std=gnu17 -O2 -g0 -w -D_GNU_SOURCE -fno-strict-aliasing -ffunction-sections -fdata-sections -MMD -MP \
    -Icsrc/musl -I$(MUSL)/src/internal -I$(MUSL)/arch/wasm32 -I$(MUSL)/arch/generic \
    -I$(BUILD)/src/wasi-libc/libc-top-half/headers/private

$(MUSL_OBJECTS): $(BUILD)/obj/shim/musl/%.o: $(STAMPS)/driver | $(HEADERS) $(STAMPS)/wasi-libc-source
	$(SAY) "compiling musl's $*.c"
	@mkdir -p $(@D)
	@$(CC_WASM) $(MUSL_FLAGS) -c $(MUSL)/src/$*.c -o $@

$(STAMPS)/wasi-libc-source: toolchain/pins $(SYSROOT_CHOICE)
	@toolchain/build-sysroot.sh unpack
	@mkdir -p $(@D) && touch $@

$(BUILD)/shim/lib/libnetwasi.a: $(SHIM_OBJECTS) $(MUSL_OBJECTS)
	$(SAY) "archiving $@"
	@mkdir -p $(@D) && rm -f $@
	@$(BUILD)/bin/netwasi-ar crs $@ $^

$(BUILD)/shim/lib/libwasi-emulated-pthread.a: $(PTHREAD_OBJECTS)
	@mkdir -p $(@D) && rm -f $@
	@$(BUILD)/bin/netwasi-ar crs $@ $^

-include $(ALL_SHIM_OBJECTS:.o=.d) $(MUSL_OBJECTS:.o=.d)

.PHONY: shim
shim: $(HEADERS) $(BUILD)/shim/lib/libnetwasi.a $(BUILD)/shim/lib/libwasi-emulated-pthread.a ## Build libnetwasi.a and install the headers

# --- Host ---

.PHONY: host
host: $(BUILD)/bin/netwasi ## Build the netwasi command

$(BUILD)/bin/netwasi: $(shell find Sources Tests/spectest -type f) Package.swift toolchain/build-host.sh | $(STAMPS)/packages
	@toolchain/build-host.sh

# --- The same over Debian 13's wasi-libc, so that the shim does not grow into one version ---

OVER_DEBIAN13 := $(BUILD)/debian13

$(STAMPS)/debian13-sysroot: toolchain/pins toolchain/fetch-sysroot.sh | $(STAMPS)/packages
	@toolchain/fetch-sysroot.sh wasi-libc-debian13 $(OVER_DEBIAN13)/fetched
	@touch $@

.PHONY: shim-over-debian13
shim-over-debian13: $(STAMPS)/debian13-sysroot
	@$(MAKE) BUILD=$(OVER_DEBIAN13) PACKAGES=$(BUILD)/packages WASI_SYSROOT=$(OVER_DEBIAN13)/fetched shim

# --- Programs from Debian source packages, unmodified ---

PORTS := netcat mbedtls curl lighttpd mosquitto fping nginx dropbear ldns libcoap
PORT_MODULES := $(PORTS:%=$(BUILD)/ports/%.wasm)

$(BUILD)/ports/%.wasm: Tests/ports/%.sh Tests/ports/build.sh Tests/from-debian.sh $(BUILD)/shim/lib/libnetwasi.a $(HEADERS)
	@Tests/ports/build.sh $*

# It is linked with the library that the other is.
$(BUILD)/ports/curl.wasm: $(BUILD)/ports/mbedtls.wasm

.PHONY: ports
ports: $(PORT_MODULES) ## Build real programs, from netcat to nginx, from their Debian source packages

# --- Tests and measurements ---

# The WebAssembly test suite's folder; without it an older copy is taken from a Debian source package.
SPEC_TESTSUITE ?=
export SPEC_TESTSUITE

$(STAMPS)/wasm-tools: toolchain/build-venv.sh toolchain/requirements.txt $(STAMPS)/packages-check
	@toolchain/build-venv.sh
	@touch $@

.PHONY: check check-unit check-spec check-posix check-toolchain check-ports
check: all $(STAMPS)/wasm-tools ## Run all tests but check-suites and check-deep; closes with 'N passed, N failed'
	@MAKE="$(MAKE)" toolchain/check.sh traps unit spec disassembly tail-calls hostile abi cli shim docs examples toolchain posix posix-over-debian13 random ports

check-unit: $(STAMPS)/packages-check ## Run the Swift tests
	@MAKE="$(MAKE)" toolchain/check.sh unit

check-spec: host $(STAMPS)/wasm-tools ## Run the WebAssembly test suite over the engine (SPEC_TESTSUITE=folder)
	@MAKE="$(MAKE)" toolchain/check.sh spec

# Beyond `make check`: twenty minutes of two idle cores, of which fuzzing has five minutes.
.PHONY: check-deep
check-deep: all $(STAMPS)/wasm-tools $(STAMPS)/packages-suites $(STAMPS)/packages-fuzz ## What takes long: sanitizers, debug builds, large modules, others' suites, fuzzing
	@MAKE="$(MAKE)" toolchain/check.sh tail-calls small-stack small-stack-address lost-jumps hostile-large spec-debug unit-address \
	    spec-address suites fuzz

.PHONY: fuzz
fuzz: all $(STAMPS)/wasm-tools $(STAMPS)/packages-fuzz ## Random and damaged modules, and calls that nobody would make, for FUZZ_SECONDS
	@WASM_TOOLS=$(BUILD)/venv/bin/wasm-tools SPECTEST=$(BUILD)/tools/spectest BUILD=$(BUILD) Tests/fuzz.sh

check-posix: all $(STAMPS)/packages-check ## Compare C programs run natively and under NetWASI (TESTS=tcp/)
	@MAKE="$(MAKE)" toolchain/check.sh posix posix-over-debian13

check-toolchain: all $(STAMPS)/packages-check ## Test the compiler driver
	@MAKE="$(MAKE)" toolchain/check.sh toolchain

check-ports: all $(STAMPS)/packages-check ## Build the ports, and use them: curl, netcat and lighttpd against each other
	@MAKE="$(MAKE)" toolchain/check.sh ports

.PHONY: check-suites
check-suites: all $(STAMPS)/packages-suites ## Compare suites that others wrote, natively and under NetWASI (SUITES=libevent/dns)
	@toolchain/check.sh suites

.PHONY: demo
demo: all $(BUILD)/ports/curl.wasm $(BUILD)/ports/lighttpd.wasm ## curl fetches 8 MiB from lighttpd, both WebAssembly; then a refusal is shown
	@toolchain/demo.sh

.PHONY: bench
bench: all $(STAMPS)/packages-bench $(STAMPS)/wasi-libc-source ## Measure against native code and other engines (ROWS='micro sqlite')
	@Benchmarks/run.sh $(ROWS)

.PHONY: docs
docs: $(STAMPS)/packages-check ## Build the documentation of the Swift modules in build/docs, and check that it is whole
	@toolchain/build-docs.sh

.PHONY: count
count: $(STAMPS)/packages ## Build build/tools/netwasi-count, which runs like netwasi and counts the steps it executes
	@COUNT=1 toolchain/build-host.sh

# --- The rest ---

.PHONY: install
install: all ## Copy the result to PREFIX (/usr/local), below DESTDIR when that is given
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' toolchain/install.sh

.PHONY: clean
clean: ## Remove all that was built
	rm -rf $(BUILD) .build

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
