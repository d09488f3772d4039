package dev.accrete.processor.write;

import com.palantir.javapoet.ClassName;
import dev.accrete.runtime.format.ResourceNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a GraalVM native image must be told: resources, and classes that are made by name. The service and the generated class
 * are found by native-image itself.
 *
 * @see <a href="https://www.graalvm.org/latest/reference-manual/native-image/metadata/">Reachability Metadata</a>
 */
public final class NativeImage {

    private NativeImage() {}

    /**
     * The metadata, in a folder of its own, so that several modules can be packed into one jar.
     *
     * @param name of the generated class
     * @param dataMigrations binary names of the classes that change data
     */
    public static Map<String, String> files(ClassName name, String stream, List<String> dataMigrations) {
        String module = name.packageName().isEmpty() ? "main" : name.packageName();
        String below = ResourceNames.folderOf(stream);
        String resources = List.of("META-INF/accrete/model", "db/draft/**", "db/migration/**", "db/seed/**").stream()
                .map(glob -> "    {\"glob\": \"" + below + glob + "\"}")
                .collect(Collectors.joining(",\n"));
        String classes = dataMigrations.stream()
                .map(each -> "    {\"type\": \"" + each
                        + "\", \"methods\": [{\"name\": \"<init>\", \"parameterTypes\": []}]}")
                .collect(Collectors.joining(",\n"));
        return Map.of(
                "META-INF/native-image/dev.accrete/" + module + "/reachability-metadata.json",
                "{\n"
                        + (classes.isEmpty() ? "" : "  \"reflection\": [\n" + classes + "\n  ],\n")
                        + "  \"resources\": [\n" + resources + "\n  ]\n}\n");
    }
}
