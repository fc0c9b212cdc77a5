// Callers know a function or class by another name than its file does
import Anything from './store.cjs';
import go from './head.cjs';
import { Line as Q, assist, again } from './barrel.ts';
new Anything({ bucket: 'by-default' }).put();
go('by-module');
new Q('by-barrel').acl();
assist('by-symbol');
again('by-both');
