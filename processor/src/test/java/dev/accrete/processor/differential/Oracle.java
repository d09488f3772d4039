package dev.accrete.processor.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A version of Hibernate, which says what schema a model has. The newest one is on the class path of the tests; an older
 * one has a class loader of its own, with the jars that the build puts into {@code target/hibernate-6.6}.
 */
public final class Oracle {

    private static final Path OLDER = Path.of("target", "hibernate-6.6");
    private static final String HARNESS = Oracle.class.getPackageName() + ".";

    private final String version;
    private final ClassLoader loader;
    private final List<Path> jars;

    private Oracle(String version, ClassLoader loader, List<Path> jars) {
        this.version = version;
        this.loader = loader;
        this.jars = jars;
    }

    /** The version whose mapping is the processor's default. */
    public static Oracle newest() {
        return new Oracle("7.4", Oracle.class.getClassLoader(), List.of());
    }

    /** Hibernate ORM 6.6, with Jakarta Persistence 3.1. */
    public static Oracle older() {
        Path folder = Files.isDirectory(OLDER) ? OLDER : Path.of("processor").resolve(OLDER);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.sorted().toList();
            List<URL> urls = new ArrayList<>();
            for (Path jar : jars) {
                urls.add(jar.toUri().toURL());
            }
            urls.add(Oracle.class.getProtectionDomain().getCodeSource().getLocation());
            return new Oracle("6.6", new Loader(urls), jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of the processor's option. */
    String version() {
        return version;
    }

    /** The jars that stand for those of the same artifacts on the class path when a model is compiled. */
    List<Path> jars() {
        return jars;
    }

    /** The classes of a model, as a version of Hibernate takes them. */
    public interface Model extends AutoCloseable {

        /** Called when Hibernate has created the schema, while the database holds it. */
        @FunctionalInterface
        interface Created {
            /** {@code validation} throws what Hibernate's validation finds in the database at that time. */
            void accept(Runnable validation) throws Exception;
        }

        /**
         * Has Hibernate create its schema, by starting it: Bean Validation takes effect no earlier.
         *
         * @throws Exception what Hibernate throws, or {@code created}
         */
        void create(DataSource dataSource, Naming naming, Created created) throws Exception;

        @Override
        void close() throws IOException;
    }

    /**
     * The classes in a folder.
     *
     * @param others where other classes are that they need
     */
    Model open(Path classes, List<Path> others, Map<String, String> settings)
            throws IOException, ClassNotFoundException {
        try {
            return (Model) Class.forName(HARNESS + "HibernateModel", true, loader)
                    .getDeclaredConstructor(Path.class, List.class, Map.class)
                    .newInstance(classes, others, settings);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError error) {
                throw error;
            }
            if (e.getCause() instanceof ClassNotFoundException missing) {
                throw missing;
            }
            throw new IOException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hides the newest version, and its services, behind another one. */
    private static final class Loader extends URLClassLoader {

        private static final List<String> OWN = List.of(
                "org.hibernate.", "jakarta.persistence.", HARNESS + "HibernateModel", HARNESS + "SpringImplicitNaming");

        Loader(List<URL> urls) {
            super(urls.toArray(URL[]::new), Oracle.class.getClassLoader());
        }

        private static boolean isOwn(String name) {
            return OWN.stream().anyMatch(name::startsWith) && !name.startsWith("org.hibernate.validator.");
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!isOwn(name)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        private static boolean isOwnResource(String name) {
            return isOwn(name.replace("META-INF/services/", "").replace('/', '.'));
        }

        @Override
        public URL getResource(String name) {
            return isOwnResource(name) ? findResource(name) : super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return isOwnResource(name) ? findResources(name) : super.getResources(name);
        }
    }
}
