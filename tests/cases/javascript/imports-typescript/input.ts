import type { S3Client } from "@aws-sdk/client-s3";
import type Whole from "./w";
import type * as T from "./t";
import { type GetObjectCommandInput, GetObjectCommand, type as kind } from "@aws-sdk/client-s3";
import type from "./type";
import fs = require("fs");
import Alias = A.B.C;
export import Again = A.D;
import type R = require("./r");
