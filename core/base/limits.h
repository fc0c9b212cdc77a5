/* limits.h: what the program takes at most. Every limit is a number of bytes, of things or of steps, never a time, so that the same input gives the
 * same result on any machine. What goes past one is said where it matters to the result: under the diagnostic (diag.def) in the comment, which
 * the section LIMITS of iam-policy-autopilot(1) repeats for users. Bounds that only decide how much is told apart, or how soon a search that
 * cannot succeed ends, stand where they are used. */
#ifndef CORE_BASE_LIMITS_H
#define CORE_BASE_LIMITS_H

/* Inputs. */
enum {
    FILES_MAX = 1 << 20,         /* of one run: too_many_files */
    SOURCE_MAX = 128 << 20,      /* bytes of a source file: file_too_large */
    CONFIG_MAX = 4 << 20,        /* bytes of a configuration file: file_too_large */
    IGNORE_MAX = 1 << 20,        /* bytes of a .gitignore: file_too_large */
    IGNORE_LINES = 10000,        /* its lines: the same */
    FOLDER_DEPTH = 256,          /* folders inside each other: folder_too_deep */
    FACTS_MAX_NODES = 8 << 20,   /* expressions in one file: too_many_facts */
    FACTS_MAX_DEPTH = 200,       /* brackets, blocks, functions inside each other: too_deep */
};

/* Configuration files: config_cut. */
enum {
    SETTINGS_MAX = 20000,        /* of one file */
    SETTING_KEY_MAX = 1000,      /* bytes of a key with those above it */
    SETTING_LEVELS = 64,         /* keys, JSON inside each other */
    SETTING_FLOW = 8,            /* [ ] and { } of YAML inside each other */
    JSON_VALUES = 100000,        /* of one file of JSON */
    SETTING_PATTERNS = 256,      /* patterns of package.json, tsconfig.json that are the same before their star */
    CONFIG_EXTENDS = 64,         /* files that one tsconfig.json extends, and these */
};

/* Values: too_many_values, or too_many_clients where it is not known what is called. */
enum {
    VALUES_MAX = 32,             /* alternatives in a set */
    CLIENTS_MAX = 512,           /* but of clients, and of their methods: a service that is left out would be a permission that is missing */
    MAP_MAX = 256,               /* entries of a map */
    LIST_MAX = 64,               /* of a list: the last one stands for the rest */
    LIST_COMPUTED = 400,         /* elements of a list as it is written that are looked at, literals aside */
    DEFS_MAX = 256,              /* definitions of one name that may reach a use */
    CALLERS_MAX = 400,           /* call sites of one function that are looked at */
    CONTEXTS_MAX = 48,           /* calls of one function that are told apart; their arguments together are open beyond */
    CHANGES_MAX = 200,           /* changes of what a name holds that may reach a use */
    CHANGES_SEEN = 2000,         /* changes under one name that are looked at for them */
    SHARED_MAX = 100,            /* the same for changes through other names */
    OVERRIDES_MAX = 16,          /* classes below that have their own member of a name */
    IMPLEMENTS_MAX = 12,         /* classes that implement a method */
    SUBCLASSES_MAX = 8,          /* classes that a class as a value may stand for */
    PRODUCERS_MAX = 8,           /* methods that make what is injected under a type */
    SETTING_VALUES = 16,         /* values of a setting, members of one that is a list */
    ARG_NODES = 4000,            /* values inside each other of one call's arguments */
    WORLDS_MAX = 4096,           /* combinations of the values of a call's arguments that one rule looks at */
};

/* Texts: text_too_long. */
enum { TEXT_MAX = 2048 /* bytes of a text that is kept */ };

/* Steps: too_involved. */
enum {
    EVAL_STEPS = 1500,           /* evaluations a query (one call or attribute) */
    EVAL_STEPS_LATE = 60,        /* the same when the project's are used up */
    EVAL_PER_FACT = 16,          /* evaluations of a whole project: so many a fact, and EVAL_BASE */
    EVAL_BASE = 300000,
    EVAL_DEPTH = 64,             /* nested evaluations */
    NEST_MAX = 24,               /* modules, base classes, returns and types inside each other */
    HANDED_DEPTH = 4,            /* functions of the project through which one is handed on; beyond, it is called with anything */
    REGION_STEPS = 300,          /* of a question's evaluations for the region of a client */
};

#endif
