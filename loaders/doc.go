// Package loaders reads supply networks and scenarios, and writes networks.
//
// [Open] reads what a user names: a folder or .zip with nodes.csv and
// supplies.csv, a bare edge list, JSON, a fault tree, a compiled network, standard input or a built-in example.
// [Read] reads the same from a stream. The format is told by the content, never
// by the name. [FindScenario] and [Scenarios] read the scenarios beside a data
// set; [Write] and [Save] write a network in any of the formats.
//
// Loaders only read. What makes a file unreadable is returned as an [Error]:
// then nothing is loaded. What is wrong in a cell or a row is kept with its
// file, line and column, the reading goes on, and [graph.Validate] returns all
// of it together with what it finds itself.
//
// Columns in places count bytes of the text as UTF-8.
package loaders
