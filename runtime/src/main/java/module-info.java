/** Applies pending migrations when an application starts; the file formats are here too, for the tools that write them. */
module dev.accrete.runtime {
    requires transitive java.sql;

    exports dev.accrete.runtime;
    exports dev.accrete.runtime.format;

    uses dev.accrete.runtime.MigrationSource;
}
