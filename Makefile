# iam-policy-autopilot: settings, a fence, then rules. `make help` lists the targets.

PREFIX  ?= /usr/local
DESTDIR ?=
B       ?= build
CC      ?= cc
BUILD_CC ?= $(CC)
CFLAGS  ?= -O2 -g
DEV     ?= 0
STATIC  ?= 0

WARN = -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
       -Wundef -Wvla -Wwrite-strings
ifeq ($(DEV),1)
B       := build-dev
CFLAGS  := -O1 -g3 -fno-omit-frame-pointer
WARN    += -Werror
SAN     = -fsanitize=address,undefined -fno-sanitize-recover=all
endif
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I. -I$(B) -MMD -MP $(SAN) $(CFLAGS) $(if $(wildcard mapper/policy.c),,-DNO_MAPPER)
LIBS = -lcjson -lpthread

# ---------------------------------------------------------------- nothing to change below

LANGS := $(shell sed -n 's/^LANG.\([a-z0-9_]*\),.*/\1/p' lexers/langs.def)
SRC   := $(wildcard core/base/*.c core/facts/*.c core/resolve/*.c core/app/*.c lexers/*.c) \
         $(filter-out mapper/mkmap.c,$(wildcard mapper/*.c))
OBJ   := $(SRC:%.c=$(B)/%.o)
GEN   := $(LANGS:%=$(B)/lexers/%.lex.o) $(LANGS:%=$(B)/grammars/%.parse.o) $(B)/mapper/table_data.o
DATA  := $(wildcard data/*.tsv data/*/*.tsv)

all: $(B)/iam-policy-autopilot

$(B)/iam-policy-autopilot: $(OBJ) $(GEN)
	$(CC) $(SAN) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(WARN) -c -o $@ $<

# Lexers: re2c. The generated file keeps #line, so that errors point at ours.
$(B)/lexers/%.lex.c: lexers/%.re
	@mkdir -p $(@D)
	re2c -W -Werror --depfile $@.d -o $@ $<
$(B)/lexers/%.lex.o: $(B)/lexers/%.lex.c
	$(CC) $(ALL_CFLAGS) $(WARN) -Ilexers -c -o $@ $<

# Grammars: lemon writes NAME.c and NAME.h next to each other; its output does not pass our warnings.
$(B)/grammars/%.c: grammars/%.y
	@mkdir -p $(@D)
	lemon -q -d$(@D) $<
$(B)/grammars/%.parse.o: $(B)/grammars/%.c
	$(CC) $(ALL_CFLAGS) -Igrammars -c -o $@ $<

# The table: TSV to a C file of string literals (mapper/image.h).
MKMAP_SRC = mapper/mkmap.c mapper/image_build.c core/base/arena.c core/base/str.c core/base/map.c
$(B)/mkmap: $(MKMAP_SRC) mapper/image.h mapper/schema.def
	@mkdir -p $(@D)
	$(BUILD_CC) -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I. -O2 -o $@ $(MKMAP_SRC)
$(B)/mapper/table_data.c: $(B)/mkmap $(DATA)
	@mkdir -p $(@D)
	$(B)/mkmap data $@
$(B)/mapper/table_data.o: $(B)/mapper/table_data.c
	$(CC) -std=c11 -O0 -c -o $@ $<

clean:
	rm -rf build build-dev

-include $(OBJ:.o=.d) $(wildcard $(B)/lexers/*.d $(B)/grammars/*.d)
.PHONY: all clean
.SECONDARY:
