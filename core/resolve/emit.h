/* emit.h: drafts of SDK calls; inside the resolver. */
#ifndef CORE_RESOLVE_EMIT_H
#define CORE_RESOLVE_EMIT_H

#include "resource.h"

typedef struct {
    Str sdk, service, operation, via;
    Value *args; /* V_MAP by member name */
    Values region;
    bool inferred; /* its name fits what is known */
} Draft;

typedef struct {
    Draft *v;
    iz n, cap;
    bool unknown;           /* nothing is known of the receiver */
    bool client_of_unknown; /* a client, but of which service is open */
    bool own;               /* it is a function of the project, and nothing else */
    bool no_operation;      /* a client, but its service has no operation of this name */
    bool open_name;         /* which operation is decided when the program runs… */
    bool open_name_some;    /* …among those in the list */
    Site open_name_at;      /* where the name stands */
    bool open_request;      /* a client sends what the program makes when it runs */
    u8 cut;                 /* LIMIT_* because of which more may be called than is known */
} Drafts;

Draft *draft_add(Project *p, Drafts *d, Str sdk, Str service, Str operation, Value *args);
void perform(Project *p, Drafts *d, const Value *callee, Site call, u32 skip);
void emit_draft(Project *p, const Draft *d, Site at, Str written, const StrVec *services, Evidence evidence);
Value *call_map(Project *p, Site call, u32 skip);

/* results.c */
/* What a call of a client's method gives, as far as the request says it. False: nothing is known of it. */
bool client_result(Project *p, const Value *method, Site call, Values *out);

/* produce.c */
/* What an injection by type gives a field or parameter of this declared type; n == 0: nothing is known to. */
Values produced(Project *p, u32 file, ExprId type, ArgId decorators, Str name);

/* callback.c */
Values box_new(Project *p, Str lang, Values v);
Values unboxed(Project *p, Values v);
Values callback_call(Project *p, const Surface *s, const Value *recv, Site call); /* verb `calls` */
/* Methods of clients that stand as values: Function<A, B> f = s3::getObject. What is called later has arguments that are not known here. */
void emit_references(Project *p, u32 file);
void callback_performs(Project *p, Drafts *d, const Value *fn, Site call, i32 arg);
Values callback_result(Project *p, const Value *fn, const Values *given, i32 n, Site call);
/* dynamic.c */
/* Drafts of the operations of the client's service that fit the name and take these arguments; notes that the name is open. */
void perform_fitting(Project *p, Drafts *d, const Value *client, Str name, Value *args, Str via, Site at);
void note_open_name(Drafts *d, Site at, bool some);
void note_open_names(Project *p, Drafts *d, Values names, bool pages, const Value *client, Site at);
void warn_at(Project *p, DiagCode code, Site at); /* once a place */
void warn_text(Project *p, DiagCode code, Source *src, u32 off, Str text);

/* unknown.c */
void warn_unknown(Project *p, u32 file); /* of services and operations that the data does not have */

/* beans.c */
bool is_building(const Value *v);
Str getter_field(Project *p, Str name);
ExprId annotation_with(Project *p, u32 file, ArgId decorators, Str verb, Surface *s);
Values generated_static(Project *p, const Value *cls, Str name);
Values generated_method(Project *p, const Value *inst, Str name);
bool generated_set(Project *p, const Value *inst, Str name, Site call, Values *out);
Values generated_sets(Project *p, const Value *inst, Str field);
Values building(Project *p, const Value *b, Str name, Site call);

/* builder.c */
bool builds_requests(Project *p, Str lang); /* whether the language's SDK has builders */
Values structure_new(Project *p, Str lang);
Value *builder_set(Project *p, const Surface *s, const Value *recv, Site call, bool maybe);
/* What a builder is after a call of the project's functions that takes it as argument `pos`; n == 0: they do nothing to it. */
/* Members under the names that rows "$member:service.name" give: of a builder whose service was not known when it was filled. */
Value *builder_args(Project *p, Str lang, Str service, Value *args);
Values builder_filled(Project *p, const Value *recv, Site call); /* verb `fill` */
Values filled_by(Project *p, Site call, i32 pos, const Value *builder);
Values builder_get(Project *p, const Surface *s, const Value *recv);
Values input_members(Project *p, Str service, Str operation, const Value *x, int depth);
bool is_input(Project *p, Values v);
Values built(Project *p, Values v);

/* Sets a nested member: "Delete.Objects[].Key". recv: whose identifiers a path may name, or null. */
void set_path(Project *p, Value *m, Str path, Values val, const Value *recv, Site call);
/* Sets what a resource's method fills in: "PATH=SOURCE;PATH=SOURCE", the sources as data(5) has them. */
void set_params(Project *p, Value *m, Str params, const Value *r, Site call);

/* inputs.c. args under the model's own member names. */
Value *model_args(Project *p, Str service, Str operation, Value *args);
Value *model_fields(Project *p, Str service, Str shape, const Value *v, int depth);

/* The operation's arguments: keywords, or the input object that the call passes. */
Value *call_input(Project *p, Str lang, Str service, Str operation, Site call, u32 skip);

/* A call that is evidenced by its input's type: api.PutObject(ctx, in) where in is an s3.PutObjectInput, whatever api is.
 * any: whatever the function is called (an element of a table of functions). */
void perform_by_input(Project *p, Drafts *d, Site at, bool any);

/* candidates.c: which calls are worth evaluating, judged by names and declared types alone. */
bool may_perform(Project *p, u32 file, ExprId call);
bool sdk_verb(Project *p, Str lang, Str name); /* a row says so, of a library that the part names */
bool declared_other(Project *p, u32 file, ExprId call); /* declared.c: certainly nothing of an SDK, by the declared type of its receiver */
bool declared_method(Project *p, u32 file, ExprId member); /* x::m: a method of the project or of the language's library, by the type of x */
bool may_be_method(Project *p, u32 file, ExprId e); /* an argument that may be a client's method passed on */
bool verb_name(Project *p, Str lang, Str name); /* a name that the SDK gives to an operation or helper */
bool names_operation(Project *p, Str lang, Str name, Str operation); /* PutObject, putObject, PutObjectWithContext */

/* statics.c: a call whose receiver or input is of an SDK by its declared type, when values do not show it. */
void static_drafts(Project *p, Drafts *d, Site at);

/* A call whose receiver is unknown: emitted when the rest of the evidence allows it (evidence.c). */
/* later: what depends on the services that the whole project uses is left to calls_settle. */
void infer_call(Project *p, Site at, bool later, bool client); /* client: it is a client of some service */

/* Whether a keyword of the call is written as only the models' members are (Bucket=). */
bool has_member_keyword(const Facts *f, const Expr *call);

/* Whether the SDK of a language takes operations' arguments by keyword only. */
bool takes_keywords_only(Project *p, Str lang);

/* Whether the call has keyword arguments only and they are members of an operation of the callee's name (required: all that are needed). */
bool keywords_fit(Project *p, u32 file, ExprId call, bool required);

/* Whether the draft's arguments are members of its operation. Helpers say themselves what they pass. */
bool draft_fits(Project *p, const Draft *d);
bool draft_whole(Project *p, const Draft *d); /* and none that it needs is missing */

/* Whether a call, judged by its text alone, may be one on an unknown receiver. */
bool may_infer(Project *p, u32 file, ExprId call);

/* The same in a project that uses an SDK, whose own services count as evidence. */
/* session.client("s3"): names a service. */
bool may_make(Project *p, u32 file, ExprId call);
bool may_ask(Project *p, u32 file, ExprId call);

/* What an unknown receiver's get_paginator("list_x") or get_waiter("x") gives, when it can be told which service is meant; else `otherwise`. */
Values infer_made(Project *p, Site call, Values otherwise);

/* What an unknown receiver's client("s3") gives in a project that uses the SDK: a session's, when the text is a service. Else `otherwise`. */
Values infer_client(Project *p, Site call, Values otherwise);

/* An unknown variable or attribute that has the name of a resource type ("bucket") in a file that makes such resources. */
Values infer_resource(Project *p, u32 file, Str name, Values otherwise);

/* Collects the services that the project constructs or imports. */
void collect_evidence(Project *p);

#endif
