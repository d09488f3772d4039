package dev.accrete.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.accrete.runtime.format.ResourceNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import javax.lang.model.element.Modifier;

/**
 * Makes the class through which the runtime reads the resources of its own module and class loader.
 *
 * <p>It holds nothing that is known only in the last round, so it can be written in an early one: a class that is born
 * in the last round makes javac warn, which breaks builds with {@code -Werror}.
 */
public final class ModelClassWriter {

    /** The interface that the runtime looks for. */
    public static final String SERVICE = "dev.accrete.runtime.MigrationSource";

    /** The simple name of the class in every module. */
    static final String SIMPLE_NAME = "AccreteMigrations";

    private ModelClassWriter() {}

    /**
     * The class's name, the same for the same managed classes: in the longest package that is common to all of them.
     *
     * @param packages the packages of the managed classes; not empty
     * @param named whether the classes belong to a named module: a package may be in one module alone, so the class
     *     then needs one that is surely this module's
     */
    public static ClassName name(SortedSet<String> packages, boolean named) {
        String first = packages.first();
        List<String> common = new ArrayList<>(Arrays.asList(first.split("\\.")));
        for (String each : packages) {
            List<String> parts = Arrays.asList(each.split("\\."));
            int same = 0;
            while (same < common.size()
                    && same < parts.size()
                    && common.get(same).equals(parts.get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        String shared = String.join(".", common);
        boolean usable = !shared.isEmpty() && (!named || packages.contains(shared));
        return ClassName.get(usable ? shared : first, SIMPLE_NAME);
    }

    /** The source of the class. */
    public static JavaFile file(ClassName name, String stream) {
        TypeSpec type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(ClassName.bestGuess(SERVICE))
                .addJavadoc("Hands Accrete's runtime the migrations of this module. Generated; do not edit.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("Called by the service loader.\n")
                        .build())
                .addMethod(MethodSpec.methodBuilder("name")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return $S", stream)
                        .build())
                .addMethod(MethodSpec.methodBuilder("open")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(InputStream.class)
                        .addParameter(String.class, "resource")
                        .addException(IOException.class)
                        .addStatement(
                                "return $T.class.getResourceAsStream($S + resource)",
                                name,
                                "/" + ResourceNames.folderOf(stream))
                        .build())
                .build();
        return JavaFile.builder(name.packageName(), type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }
}
