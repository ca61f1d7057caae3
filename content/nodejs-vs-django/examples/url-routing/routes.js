// Three addresses, one of them with a number in it. The routing is done by hand.
// Run:  node routes.js   then try /, /books and /books/2
const { createServer } = require("node:http");

const books = new Map([[1, "Emma"], [2, "Dracula"]]);

const routes = [
  { pattern: /^\/$/, show: () => "Welcome to the shelf." },
  { pattern: /^\/books$/, show: () => [...books.values()].join(", ") },
  { pattern: /^\/books\/(?<id>\d+)$/, show: ({ id }) => books.get(Number(id)) },
];

function answer(path) {
  for (const { pattern, show } of routes) {
    const match = pattern.exec(path);
    if (match) return show(match.groups ?? {});
  }
  return undefined;
}

createServer((request, response) => {
  const text = answer(request.url.split("?")[0]);
  response.statusCode = text === undefined ? 404 : 200;
  response.end(`${text ?? "No such page."}\n`);
}).listen(process.env.PORT ?? 8000);
