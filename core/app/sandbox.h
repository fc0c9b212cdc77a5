/* sandbox.h: gives up what reading source code does not need: the network, writing, other programs. Linux only (seccomp with a filter of our own,
 * and landlock); everywhere else, and in builds with sanitizers (which need more), there is none. */
#ifndef CORE_APP_SANDBOX_H
#define CORE_APP_SANDBOX_H

#include "core/base/base.h"

typedef enum {
    SANDBOX_NONE,   /* nothing is forbidden: the system has neither */
    SANDBOX_FILES,  /* landlock alone: no file can be changed, no TCP */
    SANDBOX_FULL,   /* no network, no change of any file, no other program */
} Sandbox;

/* From here on, for this thread and those that it starts, for ever: files can be opened for reading only, and written is to the descriptors 1 and 2
 * alone; what is forbidden fails with EPERM (EACCES). Call it before threads are started. Takes some 20 microseconds; allocates nothing. */
Sandbox sandbox_enter(void);

#endif
