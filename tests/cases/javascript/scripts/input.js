#!/usr/bin/env node
<!-- an old comment: f()
var a = 010, b = "\012";
--> another: g()
while (n --> 0) h();
/* c */ 'use strict'
