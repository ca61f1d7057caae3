// Greets every visitor in plain text. No package needed.
// Run:  node server.js   then open http://127.0.0.1:8000/?name=Ada
const { createServer } = require("node:http");

const port = Number(process.env.PORT ?? 8000);

function greet(request, response) {
  const { searchParams } = new URL(request.url, "http://localhost");
  const name = searchParams.get("name") ?? "stranger";
  response
    .writeHead(200, { "Content-Type": "text/plain; charset=utf-8" })
    .end(`Good day, ${name}.\n`);
}

createServer(greet).listen(port, () => console.log(`listening on ${port}`));
