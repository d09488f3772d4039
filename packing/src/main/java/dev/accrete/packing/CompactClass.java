package dev.accrete.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes a class again with its constants sorted by kind and text, so that neighbours share beginnings, and without debug
 * information and what only reflection on private members would see.
 *
 * @implNote Source: JVM specification, chapter 4.4, the constant pool.
 */
final class CompactClass {

    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    private final byte[] bytes;
    private final ClassReader reader;
    private final char[] buffer;

    private CompactClass(byte[] bytes) {
        this.bytes = bytes;
        this.reader = new ClassReader(bytes);
        this.buffer = new char[reader.getMaxStringLength()];
    }

    static byte[] of(byte[] bytes) {
        return new CompactClass(bytes).write();
    }

    private byte[] write() {
        ClassWriter writer = new ClassWriter(0);
        addSorted(writer);
        reader.accept(new WithoutPrivateSignatures(writer), ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    /** Strings first: an index below 256 makes loading them one byte shorter. */
    private void addSorted(ClassWriter writer) {
        TreeSet<String> strings = new TreeSet<>();
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> types = new TreeSet<>();
        TreeSet<String> classes = new TreeSet<>();
        List<String[]> namesAndTypes = new ArrayList<>();
        List<String[]> members = new ArrayList<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            int kind = at == 0 ? 0 : bytes[at - 1];
            if (kind == STRING) {
                strings.add(reader.readUTF8(at, buffer));
            } else if (kind == CLASS) {
                classes.add(reader.readUTF8(at, buffer));
            } else if (kind == NAME_AND_TYPE) {
                namesAndTypes.add(new String[] {reader.readUTF8(at + 2, buffer), reader.readUTF8(at, buffer)});
            } else if (kind == FIELD || kind == METHOD || kind == INTERFACE_METHOD) {
                int owner = reader.getItem(reader.readUnsignedShort(at));
                int member = reader.getItem(reader.readUnsignedShort(at + 2));
                members.add(new String[] {
                    String.valueOf(kind),
                    reader.readUTF8(owner, buffer),
                    reader.readUTF8(member + 2, buffer),
                    reader.readUTF8(member, buffer)
                });
            }
        }
        for (String[] each : namesAndTypes) {
            types.add(each[0]);
            names.add(each[1]);
        }
        Comparator<String[]> byText = Comparator.comparing((String[] parts) -> String.join("\0", parts));
        namesAndTypes.sort(byText);
        members.sort(byText);
        strings.forEach(writer::newConst);
        names.forEach(writer::newUTF8);
        types.forEach(writer::newUTF8);
        classes.forEach(writer::newClass);
        namesAndTypes.forEach(each -> writer.newNameType(each[1], each[0]));
        for (String[] each : members) {
            int kind = Integer.parseInt(each[0]);
            if (kind == FIELD) {
                writer.newField(each[1], each[3], each[2]);
            } else {
                writer.newMethod(each[1], each[3], each[2], kind == INTERFACE_METHOD);
            }
        }
    }

    /** Generic signatures, declared exceptions and parameter names of private members have no reader. */
    private static final class WithoutPrivateSignatures extends ClassVisitor {

        WithoutPrivateSignatures(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        private static boolean isSeen(int access) {
            return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            return super.visitField(access, name, descriptor, isSeen(access) ? signature : null, value);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            boolean seen = isSeen(access);
            MethodVisitor next =
                    super.visitMethod(access, name, descriptor, seen ? signature : null, seen ? exceptions : null);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitParameter(String parameter, int parameterAccess) {
                    // Constructors of records name their parameters; so do the components.
                }
            };
        }
    }
}
