# iam-policy-autopilot: settings, a fence, then rules. `make help` lists the targets.

VERSION := 0.1.0
PREFIX  ?= /usr/local
DESTDIR ?=
BINDIR  ?= $(PREFIX)/bin
MANDIR  ?= $(PREFIX)/share/man
B       ?= build
CC      ?= cc
AR      ?= ar
BUILD_CC ?= $(CC)
PYTHON  ?= python3
CFLAGS  ?= -O2 -g

# DEV=1: warnings are errors, sanitizers. STATIC=1: one static binary. CURL=0, HTTPD=0: without what needs libcurl (writing to IAM),
# libmicrohttpd (MCP over HTTP). A static binary has neither unless CURL=1, HTTPD=1 are given with LDFLAGS for all that they need.
DEV     ?= 0
STATIC  ?= 0
CURL    ?= $(if $(filter 1,$(STATIC)),0,1)
HTTPD   ?= $(if $(filter 1,$(STATIC)),0,1)
# LATE=1: both are loaded when something first needs them, and may be missing until then; LATE=0: linked as usual.
LATE    ?= $(if $(filter 1,$(STATIC)),0,1)

WARN = -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
       -Wundef -Wvla -Wwrite-strings
# What makes mistakes harder to exploit, as far as this compiler knows it; tests/cli/hardening looks at the result.
HARDEN := -fPIE $(shell for f in -fstack-protector-strong -fstack-clash-protection -fcf-protection -mbranch-protection=standard; do \
                      $(CC) -Werror $$f -x c -c -o /dev/null /dev/null 2>/dev/null && echo $$f; done)
HARDEN_LD = -Wl,-z,relro,-z,now -Wl,-z,noexecstack
ifeq ($(DEV),1)
override B := build-dev
override CFLAGS := -O1 -g3 -fno-omit-frame-pointer
WARN    += -Werror
SAN     = -fsanitize=address,undefined -fno-sanitize-recover=all
HARDEN_LD += -pie
else ifeq ($(STATIC),1)
override B := build-static
HARDEN  += -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
HARDEN_LD += -static-pie
else
HARDEN  += -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
HARDEN_LD += -pie
endif
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I. -I$(B) -MMD -MP $(SAN) $(HARDEN) $(CFLAGS) $(CPPFLAGS) \
             -DHAVE_CURL=$(CURL) -DHAVE_HTTPD=$(HTTPD) -DLATE_LOAD=$(LATE)
LIBS = -pthread $(CJSON)
ifeq ($(LATE),1)
# The name under which the loader finds the library that the headers belong to.
soname = $(or $(shell objdump -p $$($(CC) -print-file-name=$(1).so) 2>/dev/null | sed -n 's/^ *SONAME *//p'),$(2))
LIBS += -ldl
$(B)/mapper/late_curl.o: override CPPFLAGS += -DCURL_LIBRARY='"$(call soname,libcurl,libcurl.so.4)"'
$(B)/core/app/late_mhd.o: override CPPFLAGS += -DMHD_LIBRARY='"$(call soname,libmicrohttpd,libmicrohttpd.so.12)"'
else
LIBS += $(if $(filter 1,$(CURL)),-lcurl) $(if $(filter 1,$(HTTPD)),-lmicrohttpd)
endif

# ---------------------------------------------------------------- nothing to change below

NAME  := iam-policy-autopilot
BIN   := $(B)/$(NAME)
LANGS := $(shell sed -n 's/^LANG.\([a-z0-9_]*\),.*/\1/p' lexers/langs.def)
TOOLS := mapper/mkmap.c $(wildcard mapper/check_*.c)
SRC   := $(wildcard core/base/*.c core/facts/*.c core/resolve/*.c core/app/*.c lexers/*.c) $(filter-out $(TOOLS),$(wildcard mapper/*.c))
OBJ   := $(SRC:%.c=$(B)/%.o)
GEN   := $(LANGS:%=$(B)/lexers/%.lex.o) $(LANGS:%=$(B)/grammars/%.parse.o) $(B)/mapper/table_data.o
DATA  := $(wildcard data/*.tsv data/*/*.tsv)
MAN   := $(wildcard man/*.[157])
UNIT  := $(patsubst tests/unit/%.c,$(B)/tests/unit/%,$(wildcard tests/unit/*.c))
# A static binary needs a static libcjson. Debian has none: .ci/cjson gets its source (CJSON_SRC: a folder that has it already).
CJSON := -lcjson
CJSON_SRC ?= $(B)/cjson
ifeq ($(STATIC)$(findstring /,$(shell $(CC) -print-file-name=libcjson.a)),1)
CJSON := $(B)/cJSON.o
endif
SUB   := $(MAKE) --no-print-directory
# Builds inside check and demo use every core, unless the caller said -j.
ALSO   = $(SUB) $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 2))
# V=1 shows whole commands.
V     ?= 0
Q     := $(if $(filter 0,$(V)),@)
say    = $(if $(and $(Q),$(if $(findstring s,$(firstword -$(MAKEFLAGS))),,1)),@printf '  %-6s %s\n' $(1) $@)

all: $(BIN)

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  \1	/p' Makefile | sort | expand -t 18

$(BIN): $(B)/core/app/main.o $(B)/autopilot.a $(filter %.o,$(CJSON))
	$(call say,LINK)
	$(Q)$(CC) $(SAN) $(CFLAGS) $(HARDEN_LD) $(LDFLAGS) -o $@ $(filter-out $(CJSON),$^) $(LIBS)

# Everything but main, for the unit tests too.
$(B)/autopilot.a: $(filter-out $(B)/core/app/main.o,$(OBJ)) $(GEN)
	$(call say,AR)
	$(Q)rm -f $@
	$(Q)$(AR) rcD $@ $^

$(B)/core/app/%.o: CPPFLAGS += -DVERSION='"$(VERSION)"'
$(B)/core/app/cmd_small.o: $(B)/data_version.h
$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(WARN) -c -o $@ $<

# Lexers: re2c. The generated file keeps #line, so that errors point at ours.
$(B)/lexers/%.lex.c: lexers/%.re
	@mkdir -p $(@D)
	$(call say,RE2C)
	$(Q)re2c -W -Werror --depfile $@.d -o $@ $<
$(B)/lexers/%.lex.o: $(B)/lexers/%.lex.c
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(WARN) -Ilexers -c -o $@ $<

# Grammars: lemon writes NAME.c and NAME.h next to each other; its output does not pass our warnings.
$(B)/grammars/%.c: grammars/%.y
	@mkdir -p $(@D)
	$(call say,LEMON)
	$(Q)lemon -q -d$(@D) $<
$(B)/grammars/%.parse.o: $(B)/grammars/%.c
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(if $(SAN),,-DNDEBUG) -Igrammars -c -o $@ $<

$(B)/cjson/cJSON.c:
	.ci/cjson $(@D)
$(B)/cJSON.o: $(CJSON_SRC)/cJSON.c
	$(call say,CC)
	$(Q)$(CC) $(SAN) $(HARDEN) $(CFLAGS) -c -o $@ $<

# The table: TSV to a C file of string literals (mapper/image.h).
MKMAP_SRC = mapper/mkmap.c mapper/image_build.c mapper/derive.c core/base/arena.c core/base/file.c core/base/str.c core/base/map.c
$(B)/mkmap: $(MKMAP_SRC) mapper/image.h mapper/derive.h mapper/schema.def core/base/base.h core/base/arena.h core/base/str.h core/base/map.h
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(BUILD_CC) -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I. -O2 -o $@ $(MKMAP_SRC)
$(B)/mapper/table_data.c: $(B)/mkmap $(DATA)
	@mkdir -p $(@D)
	$(call say,TABLE)
	$(Q)$(B)/mkmap data $@
$(B)/mapper/table_data.o: $(B)/mapper/table_data.c
	$(call say,CC)
	$(Q)$(or $(DATA_CC),$(CC)) -std=c11 $(HARDEN) -O0 -c -o $@ $<
$(B)/core/app/mcp_lists.o: $(B)/languages_page.h
$(B)/languages_page.h: core/app/page.awk man/iam-policy-autopilot-languages.7
	@mkdir -p $(@D)
	awk -f core/app/page.awk man/iam-policy-autopilot-languages.7 > $@
$(B)/data_version.h: data/VERSION
	@mkdir -p $(@D)
	$(Q)awk '{ printf "DATA_VERSION(\"%s\", \"%s\", \"%s\")\n", $$1, $$2, $$3 }' $< > $@

# --- tests ---

# With LANG= or CASE= on the command line only those cases run. (LANG also comes from the environment, which is no wish.)
PICK := $(if $(filter command,$(firstword $(origin LANG))),--lang $(LANG)) $(if $(CASE),--case $(CASE))
ifneq ($(strip $(PICK)),)
check: deps-build
	$(ALSO) all
	tests/run --bin $(BIN) $(PICK)
else
check: deps-check ## build and run every test; LANG=go CASE=x picks golden cases
	$(ALSO) all
	$(ALSO) DEV=1 all
	$(SUB) lint hdr-check check-data
	$(ALSO) DEV=1 unit-build
	$(SUB) DEV=1 unit
	$(SUB) DEV=1 LIMIT=30 chop noise
	$(ALSO) DEV=1 replay
	$(SUB) PARTS='sandbox always output signals races some' faults
	$(SUB) valgrind
	tests/run --bin build/$(NAME)
	tests/run --bin build-dev/$(NAME)
	$(SUB) sweep
	$(SUB) DEV=1 iam
	$(SUB) mcp small
endif

mcp: all ## the MCP server against hostile clients and, where they can be installed, the official ones; CALLS=10000
	$(ALSO) DEV=1 all
	PYTHONDONTWRITEBYTECODE=1 $(PYTHON) tests/mcp/hostile.py build-dev/$(NAME) 300
	PYTHONDONTWRITEBYTECODE=1 $(PYTHON) tests/mcp/hostile.py $(BIN) $(or $(CALLS),10000)
	PYTHON='$(PYTHON)' PYTHONDONTWRITEBYTECODE=1 $(PYTHON) tests/mcp/clients.py $(BIN) $(B)/mcp

small: ## build without libcurl and libmicrohttpd, and talk to that MCP server
	$(ALSO) B=build-small CURL=0 HTTPD=0 all
	PYTHONDONTWRITEBYTECODE=1 $(PYTHON) tests/mcp/hostile.py build-small/$(NAME) 200

bless: all ## rewrite expectations that differ and show the difference; LANG= CASE= NEW=facts,calls,out
	tests/run --bin $(BIN) --bless $(PICK) $(if $(NEW),--new $(NEW))

unit-build: $(UNIT)
unit: $(UNIT) ## unit tests
	@set -e; for t in $(UNIT); do echo $$t; $$t; done

CHECK_LIBS = $(shell pkg-config --libs check 2>/dev/null || echo -lcheck) -lm
$(B)/tests/unit/%: tests/unit/%.c $(B)/autopilot.a
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(WARN) -MF $@.d -o $@ $< $(B)/autopilot.a $(LIBS) $(CHECK_LIBS)

$(B)/tests/noise/noise: tests/noise/noise.c $(B)/autopilot.a $(filter %.o,$(CJSON))
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(WARN) -MF $@.d -o $@ $< $(B)/autopilot.a $(LIBS)

# LIMIT: seconds for the whole target; what is left out is chosen evenly and said.
LIMIT ?= 600
chop: $(B)/tests/noise/noise ## feed every prefix of every case's input (best with DEV=1)
	$< chop $(LIMIT) tests/cases
noise: $(B)/tests/noise/noise ## feed mutations, and each input to every other language (best with DEV=1)
	$< noise $(LIMIT) tests/cases

iam: all ## writing to IAM, against a server on this machine (moto, from PyPI; make deps)
	$(if $(filter 1,$(CURL)),tests/iam/run --bin $(BIN),@echo 'iam: skipped, built without libcurl')

# FUZZ: the target, a language or a file of tests/fuzz; SECONDS: how long. Findings are written to build-fuzz/. One harness serves libFuzzer, AFL++
# and, without a fuzzer, `make replay`, which runs all seeds and everything that was found once. FUZZ_WORDS_x: the sources of x's dictionary.
FUZZ ?= denied
SECONDS ?= 600
FUZZ_TARGETS := $(LANGS) $(filter-out fuzz language replay,$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c)))
FUZZ_WORDS_config := mapper/aws_config.c $(wildcard mapper/credentials*.c) mapper/xml.c mapper/iam_api.c
FUZZ_WORDS_data := mapper/schema.def mapper/image_build.c mapper/rules.c mapper/ruleval.c mapper/mapcall.c mapper/arn.c $(wildcard core/resolve/*.c)
FUZZ_WORDS_denied := $(wildcard mapper/denied*.c) mapper/advice.c
FUZZ_WORDS_files := $(wildcard core/app/*.c core/base/walk.c core/resolve/*.c)
FUZZ_WORDS_mcp := $(wildcard core/app/mcp*.c)
FUZZ_WORDS_policy := mapper/evaluate.c mapper/evalcond.c mapper/compare.c mapper/denied_event.c mapper/denied_envelope.c mapper/policy_json.c
FUZZ_WORDS = $(or $(FUZZ_WORDS_$(FUZZ)),$(wildcard lexers/$(FUZZ)*.*))
FUZZ_MAIN ?= $(B)/tests/fuzz/replay.o
$(LANGS:%=$(B)/tests/fuzz/%): $(B)/tests/fuzz/%: tests/fuzz/language.c $(B)/tests/fuzz/fuzz.o $(B)/autopilot.a $(FUZZ_MAIN)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(WARN) -DFUZZ_LANG='"$*"' -MF $@.d -o $@ $< $(B)/tests/fuzz/fuzz.o $(B)/autopilot.a $(or $(FUZZ_MAIN),-fsanitize=fuzzer) $(LIBS)
$(filter-out $(LANGS:%=$(B)/tests/fuzz/%),$(FUZZ_TARGETS:%=$(B)/tests/fuzz/%)): $(B)/tests/fuzz/%: tests/fuzz/%.c $(B)/tests/fuzz/fuzz.o $(B)/autopilot.a $(FUZZ_MAIN)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(WARN) -MF $@.d -o $@ $< $(B)/tests/fuzz/fuzz.o $(B)/autopilot.a $(or $(FUZZ_MAIN),-fsanitize=fuzzer) $(LIBS)

fuzz-seeds:
	@mkdir -p $(B)/corpus-$(FUZZ)
	$(PYTHON) tests/fuzz/seeds.py $(FUZZ) $(B)/seeds-$(FUZZ)
	awk -f tests/fuzz/dict.awk $(FUZZ_WORDS) > $(B)/$(FUZZ).dict
FUZZ_BUILD = $(ALSO) B=build-fuzz CC=clang SAN='-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all' CFLAGS='-O1 -g' FUZZ_MAIN=
fuzz: ## run a fuzz target with libFuzzer (needs clang); FUZZ=python SECONDS=600
	+$(FUZZ_BUILD) build-fuzz/tests/fuzz/$(FUZZ)
	$(SUB) B=build-fuzz fuzz-run
fuzz-run: fuzz-seeds
	build-fuzz/tests/fuzz/$(FUZZ) -max_total_time=$(SECONDS) -max_len=$(if $(filter data,$(FUZZ)),65536,8192) -timeout=60 -rss_limit_mb=1024 -dict=build-fuzz/$(FUZZ).dict \
	    -artifact_prefix=$(CURDIR)/build-fuzz/$(FUZZ)- -print_final_stats=1 $(CURDIR)/build-fuzz/corpus-$(FUZZ) $(CURDIR)/build-fuzz/seeds-$(FUZZ)
# JOBS: so many targets at a time. A line a target: executions, and what was found (0: nothing).
JOBS ?= 2
fuzz-all: ## every fuzz target for SECONDS=600 each, JOBS=2 at a time; prints executions and findings
	+$(FUZZ_BUILD) $(FUZZ_TARGETS:%=build-fuzz/tests/fuzz/%)
	printf '%s\n' $(FUZZ_TARGETS) | xargs -P $(JOBS) -I '{}' sh -c '$(SUB) B=build-fuzz FUZZ={} SECONDS=$(SECONDS) fuzz-run > build-fuzz/{}.log 2>&1 || echo "{}: a finding, see build-fuzz/{}.log"'
	@bad=0; for t in $(FUZZ_TARGETS); do n=$$(sed -n 's/^stat::number_of_executed_units: *//p' build-fuzz/$$t.log); \
	    f=$$(find build-fuzz -maxdepth 1 -name "$$t-crash-*" -o -maxdepth 1 -name "$$t-oom-*" -o -maxdepth 1 -name "$$t-timeout-*" -o -maxdepth 1 -name "$$t-leak-*" | wc -l); \
	    printf '%-12s %12s executions, %s findings\n' $$t "$${n:-no}" $$f; [ "$$f" = 0 ] && [ -n "$$n" ] || bad=1; done; exit $$bad
afl: ## the same with AFL++
	AFL_USE_ASAN=1 AFL_USE_UBSAN=1 $(SUB) B=build-afl CC=afl-clang-fast DATA_CC=clang CFLAGS='-O1 -g' FUZZ_MAIN= build-afl/tests/fuzz/$(FUZZ)
	$(SUB) B=build-afl fuzz-seeds
	AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 afl-fuzz -V $(SECONDS) -t 10000 -x build-afl/$(FUZZ).dict -i build-afl/seeds-$(FUZZ) \
	    -o build-afl/out-$(FUZZ) -- build-afl/tests/fuzz/$(FUZZ)
replay: $(FUZZ_TARGETS:%=$(B)/tests/fuzz/%) ## run every seed of every fuzz target, and what was found, once (best with DEV=1)
	@set -e; for t in $(FUZZ_TARGETS); do $(PYTHON) tests/fuzz/seeds.py $$t $(B)/seeds-$$t; \
	    $(B)/tests/fuzz/$$t $(B)/seeds-$$t 2>$(B)/replay.log || { tail -60 $(B)/replay.log; exit 1; }; done

$(B)/faults.so: tests/faults/faults.c
	$(call say,CC)
	$(Q)$(CC) -std=gnu11 -D_GNU_SOURCE $(filter-out -fsanitize=% -fno-sanitize%,$(CFLAGS)) $(WARN) -Wno-missing-prototypes -fPIC -shared -o $@ $< -ldl -pthread
faults: all ## let memory, files, threads and the output fail one by one; signals; the sandbox (Linux with glibc)
	@if getconf GNU_LIBC_VERSION >/dev/null 2>&1; then $(SUB) $(B)/faults.so && $(PYTHON) tests/faults/run $(BIN) $(B)/faults.so $(PARTS); \
	else echo 'faults: skipped, this is no glibc'; fi

tsan: ## the threads under ThreadSanitizer, over the golden cases as one project
	$(ALSO) B=build-tsan SAN=-fsanitize=thread CFLAGS='-O1 -g' all
	for j in 2 7; do TSAN_OPTIONS=exitcode=99 build-tsan/$(NAME) generate-policies tests/cases --no-ignore --include-tests --sandbox off -W never -j $$j > /dev/null 2>&1 || exit 1; done

msan: ## what is read before it is written, by clang's MemorySanitizer, over broken input; LIMIT=120 seconds
	$(ALSO) B=build-msan CC=clang BUILD_CC=cc SAN='-fsanitize=memory -fno-sanitize-recover=all' CFLAGS='-O1 -g' HARDEN=-fPIE CURL=0 HTTPD=0 LATE=0 \
	    CJSON=build-msan/cJSON.o build-msan/tests/noise/noise
	build-msan/tests/noise/noise noise $(LIMIT) tests/cases

valgrind: all ## every tenth case under valgrind
	tests/run --bin $(BIN) --every 10 --under 'valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite'

hdr-check: $(B)/data_version.h ## every header compiles alone
	@set -e; for h in $$(find core lexers mapper tests -name '*.h'); do \
	    echo "#include \"$$h\"" | $(CC) $(filter-out -MMD -MP,$(ALL_CFLAGS)) -DVERSION='""' $(WARN) -Werror -x c -fsyntax-only - || exit 1; done

lint: ## includes obey the layers, lists are sorted, man pages and scripts are clean
	.ci/lint

sweep: all ## every operation, paginator and waiter of every service resolves
	set -e; for s in $(sort $(wildcard tests/sweep/*.py)); do PYTHONDONTWRITEBYTECODE=1 $(PYTHON) $$s $(BIN); done

check-data: $(B)/mkmap $(patsubst mapper/%.c,$(B)/%,$(wildcard mapper/check_*.c)) ## every operation has an action or a reason; names refer to rows
	@$(B)/mkmap data /dev/null
	@set -e; for t in $(patsubst mapper/%.c,$(B)/%,$(wildcard mapper/check_*.c)); do $$t data; done
$(B)/check_%: mapper/check_%.c $(B)/autopilot.a
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(WARN) -MF $@.d -o $@ $< $(B)/autopilot.a $(LIBS)

$(B)/tests/bench/measure: tests/bench/measure.c
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(WARN) -o $@ $<

$(B)/tests/bench/stages: tests/bench/stages.c $(B)/autopilot.a
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(WARN) -o $@ $< $(B)/autopilot.a $(LIBS)

bench: all $(B)/tests/bench/measure $(B)/tests/bench/stages ## MB/s of each stage and end to end, start-up time, memory; BENCH='FOLDER...' measures these sources
	$(PYTHON) tests/bench/bench.py $(B)/tests/bench/measure $(BIN) $(BENCH)

bench-counts: $(B)/tests/bench/stages ## instructions of each stage and language: the table of tests/bench/README.md (needs valgrind)
	$(PYTHON) tests/bench/counts.py $(B)/tests/bench/stages

bench-scale: all $(B)/tests/bench/measure ## how time and memory grow with the input: doubling series; BENCH='python "huge list"' picks some
	$(PYTHON) tests/bench/scale.py $(B)/tests/bench/measure $(BIN) $(BENCH)

demo: deps-build ## build and show what it does to the example in tests/demo
	@$(ALSO) all
	@tests/demo/run $(BIN)

# --- packages, data, installation ---

deps: deps-check ## install the packages that building and testing need
deps-build deps-check: deps-%:
	@CURL=$(CURL) HTTPD=$(HTTPD) CC='$(CC)' .ci/deps $*

refresh-data: ## rebuild data/ from its pinned sources (needs package registries)
	$(PYTHON) data/refresh/refresh.py

completions: $(BIN)
	$(BIN) completions bash > $(B)/$(NAME).bash
	$(BIN) completions zsh > $(B)/_$(NAME)

install: all completions ## install below DESTDIR and PREFIX
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7 \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -m 755 $(BIN) $(DESTDIR)$(BINDIR)/$(NAME)
	for s in 1 5 7; do install -m 644 man/*.$$s $(DESTDIR)$(MANDIR)/man$$s/; done
	install -m 644 $(B)/$(NAME).bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/$(NAME)
	install -m 644 $(B)/_$(NAME) $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_$(NAME)

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(BINDIR)/$(NAME) $(foreach m,$(MAN),$(DESTDIR)$(MANDIR)/man$(subst .,,$(suffix $(m)))/$(notdir $(m))) \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions/$(NAME) $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_$(NAME)

# The archive holds the generated C, so that building from it needs neither re2c nor lemon.
dist: all ## dist/NAME-VERSION.tar.gz with the generated C
	rm -rf dist
	mkdir -p dist/$(NAME)-$(VERSION)
	git ls-files -z | tar -cf - --null -T - | tar -xf - -C dist/$(NAME)-$(VERSION)
	cd $(B) && tar -cf - lexers/*.lex.c grammars/*.[ch] mapper/table_data.c data_version.h | (cd ../dist/$(NAME)-$(VERSION) && mkdir build && tar -xf - -C build)
	tar -czf dist/$(NAME)-$(VERSION).tar.gz --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$$(git log -1 --format=%ct)" -C dist $(NAME)-$(VERSION)
	rm -rf dist/$(NAME)-$(VERSION)

clean: ## remove everything that was built
	rm -rf build build-dev build-small build-static build-fuzz build-afl dist

-include $(OBJ:.o=.d) $(wildcard $(B)/lexers/*.d $(B)/grammars/*.d $(B)/tests/*/*.d $(B)/*.d)

.PHONY: all help check bless tsan msan mcp small unit unit-build chop noise iam fuzz fuzz-all fuzz-run fuzz-seeds afl replay faults valgrind hdr-check lint check-data sweep bench bench-counts bench-scale demo deps deps-build deps-check refresh-data completions \
        install uninstall dist clean
.SECONDARY:
.DELETE_ON_ERROR:
