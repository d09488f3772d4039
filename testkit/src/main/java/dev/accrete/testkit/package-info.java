/** Real databases for tests: a fresh H2 in memory, a fresh database on one shared PostgreSQL. Used by tests alone. */
package dev.accrete.testkit;
