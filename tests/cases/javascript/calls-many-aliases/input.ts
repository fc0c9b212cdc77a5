// tsconfig.json has many aliases: the name itself, else the first of those with the longest start
import { client as a } from "@lib/clients";
import { client as b } from "@lib/aws/clients";
import { client as c } from "@client";
import { client as d } from "@lib/clients-of-aws";

a.listQueues({});
b.listBuckets({});
c.headBucket({ Bucket: "c" });
d.headBucket({ Bucket: "d" });
