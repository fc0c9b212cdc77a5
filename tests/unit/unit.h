/* unit.h: what every unit test program has: an arena, and a main that runs its tests in this process. */
#ifndef TESTS_UNIT_UNIT_H
#define TESTS_UNIT_UNIT_H

#include <check.h>

#include "core/base/arena.h"

static Arena arena;

/* Runs n tests under a name; a test may take `seconds`. Returns the program's exit status. */
static int unit_run(const char *name, int seconds, const TTest *const *tests, int n)
{
    Suite *s = suite_create(name);
    TCase *t = tcase_create(name);
    tcase_set_timeout(t, seconds);
    for (int i = 0; i < n; i++)
        tcase_add_test(t, tests[i]);
    suite_add_tcase(s, t);
    SRunner *r = srunner_create(s);
    srunner_set_fork_status(r, CK_NOFORK);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    arena_free(&arena);
    return failed > 0;
}

/* UNIT_MAIN(name, seconds, test, ...): main of a unit test program. */
#define UNIT_MAIN(name, seconds, ...)                                              \
    int main(void)                                                                 \
    {                                                                              \
        const TTest *const tests[] = {__VA_ARGS__};                                \
        return unit_run(name, seconds, tests, (int)(sizeof tests / sizeof *tests)); \
    }

#endif
