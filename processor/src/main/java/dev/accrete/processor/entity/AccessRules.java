package dev.accrete.processor.entity;

/**
 * What versions of Hibernate see otherwise when they look for the attributes of a class.
 *
 * @param readsRecordsByField whether annotations of a record's components don't count with property access
 */
public record AccessRules(boolean readsRecordsByField) {}
