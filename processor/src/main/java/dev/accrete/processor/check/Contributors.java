package dev.accrete.processor.check;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.source.Place;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * Looks for code that Hibernate runs when it starts because it stands in a service file, and that may add types, tables or
 * classes to a mapping. What the known ones do is mapped, or refused where it shows; any other one is named.
 *
 * @implNote Sources: Hibernate 7.4, MetadataSources, MetadataBuilderImpl, MetadataBuildingProcess,
 *     EntityManagerFactoryBuilderImpl (their uses of ClassLoaderService.loadJavaServices). The compiler shows the first file of a name
 *     on a class path only.
 */
public final class Contributors {

    private static final List<String> SERVICES = List.of(
            "org.hibernate.boot.model.TypeContributor",
            "org.hibernate.boot.spi.AdditionalMappingContributor",
            "org.hibernate.boot.spi.MetadataBuilderContributor",
            "org.hibernate.boot.spi.MetadataBuilderFactory",
            "org.hibernate.boot.spi.MetadataBuilderInitializer",
            "org.hibernate.boot.spi.MetadataSourcesContributor");

    /** Prefixes of those whose effect is known. */
    private static final List<String> KNOWN = List.of(
            "io.hypersistence.utils.hibernate.type.HibernateTypesContributor",
            "org.hibernate.envers.boot.internal.",
            "org.hibernate.spatial.",
            "org.hibernate.vector.");

    private Contributors() {}

    /**
     * Reports those that are not known.
     *
     * @param exists whether the compiler knows a class
     * @param stated the classes whose effect is taken care of
     */
    public static void check(Filer filer, Predicate<String> exists, Set<String> stated, Problems problems) {
        for (String service : SERVICES) {
            if (exists.test(service)) {
                for (StandardLocation location : List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH)) {
                    providers(filer, location, service)
                            .filter(name ->
                                    !stated.contains(name) && KNOWN.stream().noneMatch(name::startsWith))
                            .forEach(name -> report(name, service, problems));
                }
            }
        }
    }

    private static Stream<String> providers(Filer filer, StandardLocation location, String service) {
        try {
            return filer.getResource(location, "", "META-INF/services/" + service)
                    .getCharContent(true)
                    .toString()
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty());
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            // Not there, or not to be had.
            return Stream.empty();
        }
    }

    private static void report(String name, String service, Problems problems) {
        problems.add(
                ProcessorCode.CONTRIBUTOR,
                Place.NOWHERE,
                name,
                "Hibernate runs this " + service.substring(service.lastIndexOf('.') + 1)
                        + " when it starts, and what it adds to the mapping is not known here; the schema may differ from"
                        + " what Hibernate expects",
                "see which column types and tables it adds, state the types with @ColumnType or @Column(columnDefinition),"
                        + " and then compile with -Aaccrete.contributors=" + name);
    }
}
