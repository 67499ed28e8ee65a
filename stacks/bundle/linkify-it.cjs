// markdown-it makes one, and asks it only where it is told to find links by itself.
module.exports = { LinkifyIt: class {} };
