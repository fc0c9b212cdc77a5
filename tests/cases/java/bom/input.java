package a;
﻿
class B { }
