package dev.accrete.cli.many;

import dev.accrete.cli.database.Instance;

/**
 * One schema of one instance.
 *
 * @param label {@code prod}, or {@code prod/tenant_1}
 */
public record Target(String label, Instance instance) {}
