/** Faults that tests cause on purpose: poolers, cut connections, killed processes. */
package dev.accrete.runtime.fault;
