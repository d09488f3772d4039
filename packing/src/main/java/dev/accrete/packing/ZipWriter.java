package dev.accrete.packing;

import com.googlecode.pngtastic.core.processing.zopfli.Options;
import com.googlecode.pngtastic.core.processing.zopfli.Zopfli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes a zip file whose entries are compressed by Zopfli, which {@link java.util.zip.ZipOutputStream} doesn't let
 * others do. The same bytes from the same entries, whenever and wherever they are written.
 *
 * @implNote Source: APPNOTE.TXT - .ZIP File Format Specification, PKWARE, 4.3.7 (local header), 4.3.12 (central
 *     directory) and 4.3.16 (end of it).
 */
final class ZipWriter {

    /** 2026-01-01, 00:00:00, in the format of MS-DOS: days in the upper half. */
    private static final int TIME = (2026 - 1980 << 9 | 1 << 5 | 1) << 16;

    private static final short VERSION = 20;
    private static final short UTF_8 = 1 << 11;
    private static final short DEFLATED = 8;
    private static final int ITERATIONS = 15;

    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final Zopfli zopfli = new Zopfli(1 << 16);
    private short count;

    private ZipWriter() {}

    /** @param files by name, in the order in which they shall stand */
    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ZipWriter writer = new ZipWriter();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            writer.add(file.getKey().getBytes(StandardCharsets.UTF_8), file.getValue());
        }
        return writer.end();
    }

    private void add(byte[] name, byte[] content) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        Options options = new Options(Options.OutputFormat.DEFLATE, Options.BlockSplitting.FIRST, ITERATIONS);
        zopfli.compress(options, content, compressed);
        int offset = entries.size();
        byte[] description = description(name, content, compressed.size());
        entries.write(buffer(4).putInt(0x04034b50).array());
        entries.write(description);
        entries.write(name);
        compressed.writeTo(entries);
        directory.write(buffer(6).putInt(0x02014b50).putShort(VERSION).array());
        directory.write(description);
        // No comment, the first disk, no attributes.
        directory.write(buffer(14).putInt(10, offset).array());
        directory.write(name);
        count++;
    }

    /** What stands in the entry's own header and in the directory. */
    private static byte[] description(byte[] name, byte[] content, int compressedSize) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return buffer(26)
                .putShort(VERSION)
                .putShort(UTF_8)
                .putShort(DEFLATED)
                .putInt(TIME)
                .putInt((int) crc.getValue())
                .putInt(compressedSize)
                .putInt(content.length)
                .putShort((short) name.length)
                .putShort((short) 0)
                .array();
    }

    private byte[] end() throws IOException {
        int start = entries.size();
        directory.writeTo(entries);
        entries.write(buffer(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort(count)
                .putShort(count)
                .putInt(directory.size())
                .putInt(start)
                .putShort((short) 0)
                .array());
        return entries.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
