/* settings.h: what configuration files of the application say, and what a framework injects from them; inside the resolver. */
#ifndef CORE_RESOLVE_SETTINGS_H
#define CORE_RESOLVE_SETTINGS_H

#include "emit.h"

/* Reads the configuration files of a project that has a language with classes in packages. Before anything is evaluated. */
void settings_load(Project *p);

/* The value of a key for code in `file`; open when neither the user nor a file settles it. at: of the code that asks. */
Values setting_value(Project *p, Str key, Site at);

/* What java.util.Properties have under a key: of files of properties whose names the code says; otherwise: where these have no such key. */
Values property_value(Project *p, Str key, Values otherwise, Site at);

/* Clients and what is made of them, as a framework makes them: in the region of the key that the row "$region" names. */
Values configured(Project *p, u32 file, Values v);
Values configured_region(Project *p, Str service, Site at); /* n == 0: none is */

/* How a framework derives a table's name from the class of one of the call's arguments: "PREFIX-KEY,SUFFIX-KEY,SEPARATOR-KEY,TYPE"; a class of
 * the project that mentions TYPE may do it otherwise. */
Values table_of_class(Project *p, Str what, Site call, bool *found);

/* A text with placeholders: "${app.bucket:default}/x". */
Values setting_text(Project *p, Str text, Site at);

/* Whether a file belongs to the tests of a module, by the folder that Maven and Gradle keep them in. */
bool maven_tests(Str path);

/* What is injected into a field, a parameter, or returned by a method of a configuration interface. n == 0: nothing is. */
Values field_setting(Project *p, u32 file, const Fact *bind);
Values param_setting(Project *p, u32 file, ScopeId fn, const Param *q);
Values member_setting(Project *p, const Value *inst, Str name);
Values method_setting(Project *p, u32 file, ScopeId fn);

/* Calls that annotations stand for: @SqsListener("jobs"). */
void emit_annotations(Project *p);

/* Calls of property sources that configuration files import; of the whole project, once. */
void emit_imports(Project *w, SdkCalls *out);

#endif
