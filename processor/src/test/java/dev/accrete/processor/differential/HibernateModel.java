package dev.accrete.processor.differential;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.tool.schema.spi.DelayedDropRegistryNotAvailableImpl;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

/** The classes of a model, as the version of Hibernate takes them that its class loader has. */
public final class HibernateModel implements Oracle.Model {

    /** What a scan for a persistence unit looks for. */
    private static final Set<String> MANAGED = Set.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Converter");

    /** Made once for all models, which takes time. */
    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

    /** The one that 6.6 has too. */
    private static final String SNAKE_CASE = "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

    private final URLClassLoader loader;
    private final Map<String, String> settings;
    private final List<Class<?>> classes = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();

    /**
     * The classes in a folder.
     *
     * @param jars where other classes are that they need
     */
    public HibernateModel(Path output, List<Path> jars, Map<String, String> settings)
            throws IOException, ClassNotFoundException {
        this.settings = settings;
        List<URL> urls = new ArrayList<>(List.of(output.toUri().toURL()));
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        loader = new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader());
        for (String name : classNames(output)) {
            if (name.endsWith("package-info")) {
                packages.add(name.substring(0, name.lastIndexOf('.')));
                continue;
            }
            Class<?> type = Class.forName(name, false, loader);
            if (Stream.of(type.getAnnotations())
                    .map(Annotation::annotationType)
                    .anyMatch(each -> MANAGED.contains(each.getName()))) {
                classes.add(type);
            }
        }
    }

    @Override
    public void create(DataSource dataSource, Naming naming, Created created) throws Exception {
        Map<String, Object> all = new HashMap<>(Map.of(
                AvailableSettings.JAKARTA_NON_JTA_DATASOURCE,
                dataSource,
                AvailableSettings.JAKARTA_HBM2DDL_DATABASE_ACTION,
                "create-only",
                AvailableSettings.JAKARTA_HBM2DDL_CREATE_SCHEMAS,
                true,
                AvailableSettings.HBM2DDL_HALT_ON_ERROR,
                true,
                AvailableSettings.JAKARTA_VALIDATION_FACTORY,
                VALIDATORS,
                AvailableSettings.USE_SECOND_LEVEL_CACHE,
                false,
                AvailableSettings.QUERY_STARTUP_CHECKING,
                false,
                AvailableSettings.STATIC_METAMODEL_POPULATION,
                "disabled"));
        all.put(
                AvailableSettings.PHYSICAL_NAMING_STRATEGY,
                naming == Naming.JPA ? PhysicalNamingStrategyStandardImpl.class.getName() : SNAKE_CASE);
        all.putAll(settings);
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(loader)
                        .build())
                .applySettings(all)
                // Proxies and reflection optimizers take most of the time and change no schema.
                .addService(BytecodeProvider.class, new BytecodeProviderImpl())
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            packages.forEach(sources::addPackage);
            classes.forEach(sources::addAnnotatedClass);
            MetadataBuilder builder = sources.getMetadataBuilder();
            // A model may ask for another one.
            if (!settings.containsKey(AvailableSettings.IMPLICIT_NAMING_STRATEGY)) {
                builder.applyImplicitNamingStrategy(
                        naming == Naming.JPA
                                ? new ImplicitNamingStrategyJpaCompliantImpl()
                                : new SpringImplicitNaming());
            }
            Metadata metadata = builder.build();
            // Closing it would close the services that the validation needs.
            SessionFactory started = metadata.buildSessionFactory();
            try {
                created.accept(() -> SchemaManagementToolCoordinator.process(
                        metadata,
                        registry,
                        Map.of(AvailableSettings.HBM2DDL_AUTO, "validate"),
                        DelayedDropRegistryNotAvailableImpl.INSTANCE));
            } finally {
                started.close();
            }
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private static List<String> classNames(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.map(file -> output.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("module-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
