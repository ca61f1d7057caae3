// A list of tasks over REST: read all, read one, add one. Needs: npm install express
// Run:  node tasks.js
// Try:  curl -X POST -H "Content-Type: application/json" -d '{"title":"Rest"}' localhost:8000/tasks
const { Router, json } = require("express");
const express = require("express");

const tasks = [{ id: 1, title: "Weigh the options", done: false }];

const router = Router();

router.route("/tasks")
  .get((request, response) => response.json(tasks))
  .post((request, response) => {
    const title = String(request.body?.title ?? "").trim();
    if (!title) return response.status(422).json({ error: "a task needs a title" });
    const task = { id: tasks.length + 1, title, done: false };
    tasks.push(task);
    response.status(201).location(`/tasks/${task.id}`).json(task);
  });

router.get("/tasks/:id", (request, response) => {
  const task = tasks.find(({ id }) => id === Number(request.params.id));
  if (task) response.json(task);
  else response.status(404).json({ error: "no such task" });
});

express().use(json(), router).listen(process.env.PORT ?? 8000);
