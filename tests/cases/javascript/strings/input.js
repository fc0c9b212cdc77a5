const a = "tab\t quote\" \x41 \u0042 \u{1F600} \ud83d\ude00 \101 line\
continued", b = 'it\'s', c = "";
const d = `plain`, e = `a ${b} c ${`inner ${c}`} ${f({ g: `}` })}`, h = `\`\${x} ${i}`;
sql`select ${j()} from ${k}`;
const l = "// no comment", m = "/* none */", n = "${not} a hole";
// s3.getObject({ Bucket: "x" })
/* s3.putObject({}) */
const o = 0x1F, p = 017, q = 1_000n, r = .5e3, s = 0b11;
const \u0061b = 1, ünïcode = 2;
