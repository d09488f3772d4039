package dev.accrete.processor.read;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;

/**
 * The order of a class's members, which decides the order of columns. Javac keeps that of the source in class files too;
 * ECJ hands out the members of a class file sorted by name, so there the file itself tells their order.
 */
public final class MemberOrder {

    private static final MemberOrder AS_GIVEN = new MemberOrder(null, Set.of());

    private final ClassFiles files;
    private final Set<String> sources;

    private MemberOrder(ClassFiles files, Set<String> sources) {
        this.files = files;
        this.sources = sources;
    }

    /** The compiler's own order. */
    public static MemberOrder asGiven() {
        return AS_GIVEN;
    }

    /** @param sources canonical names of classes that this compile has as sources */
    public static MemberOrder of(ProcessingEnvironment environment, Set<String> sources) {
        Elements elements = environment.getElementUtils();
        return elements.getClass().getName().startsWith("org.eclipse.jdt.")
                ? new MemberOrder(new ClassFiles(elements, environment.getFiler()), sources)
                : AS_GIVEN;
    }

    List<? extends Element> members(TypeElement type) {
        List<? extends Element> given = type.getEnclosedElements();
        if (this == AS_GIVEN || sources.contains(type.getQualifiedName().toString())) {
            return given;
        }
        Map<String, Integer> positions = positions(type);
        List<Element> members = new ArrayList<>(given);
        members.sort(Comparator.comparing(
                member -> positions.getOrDefault(member.getSimpleName().toString(), Integer.MAX_VALUE)));
        return members;
    }

    /** Empty if the compiler does not give the file away: members then stay as they are. */
    private Map<String, Integer> positions(TypeElement type) {
        Optional<FileObject> file = files.find(type);
        if (file.isPresent()) {
            try (InputStream in = file.get().openInputStream()) {
                return positions(new DataInputStream(in));
            } catch (IOException e) {
                return Map.of();
            }
        }
        return Map.of();
    }

    /** The names of fields, then of methods, as the file lists them (Java Virtual Machine Specification, 4.1). */
    private static Map<String, Integer> positions(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        Map<Integer, String> texts = constants(in);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        Map<String, Integer> positions = new HashMap<>();
        for (int kind = 0; kind < 2; kind++) {
            int count = in.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                in.skipNBytes(2);
                positions.putIfAbsent(texts.get(in.readUnsignedShort()), positions.size());
                in.skipNBytes(2);
                skipAttributes(in);
            }
        }
        return positions;
    }

    /** The constant pool's texts by index (4.4). */
    private static Map<Integer, String> constants(DataInputStream in) throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, in.readUTF());
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    // A long or a double takes two entries.
                    i++;
                }
                default -> in.skipNBytes(4);
            }
        }
        return texts;
    }

    private static void skipAttributes(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(2);
            in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
        }
    }
}
