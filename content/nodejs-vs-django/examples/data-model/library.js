// Authors and their books as a model, with one query. Needs: npm install sequelize sqlite3
// Run:  node library.js
const { DataTypes, Op, Sequelize } = require("sequelize");

const db = new Sequelize({ dialect: "sqlite", storage: ":memory:", logging: false });

const Author = db.define("author", {
  name: { type: DataTypes.STRING(80), allowNull: false, unique: true },
});

const Book = db.define("book", {
  name: { type: DataTypes.STRING(120), allowNull: false },
  year: { type: DataTypes.INTEGER, validate: { min: 1450 } },
});

Author.hasMany(Book, { onDelete: "CASCADE" });
Book.belongsTo(Author);

async function main() {
  await db.sync();
  const mary = await Author.create({ name: "Mary Shelley" });
  await mary.createBook({ name: "Frankenstein", year: 1818 });
  await mary.createBook({ name: "The Last Man", year: 1826 });

  const early = await Book.findAll({ where: { year: { [Op.lt]: 1820 } }, include: Author });
  for (const book of early) console.log(`${book.name} (${book.year}), ${book.author.name}`);
}

main();
