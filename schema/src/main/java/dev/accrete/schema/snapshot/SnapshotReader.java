package dev.accrete.schema.snapshot;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.snapshot.Fact.FactException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code schema.json}. Layout doesn't matter: a file that a formatter has been over reads the same. */
public final class SnapshotReader {

    private static final String RESTORE =
            "restore the file from version control, or run \"accrete rebase\" if a merge made it";
    private static final Pattern CONFLICT_MARKER =
            Pattern.compile("^(?:<{7}|={7}|>{7}|\\|{7})(?: .*)?$", Pattern.MULTILINE);
    private static final Pattern LINE = Pattern.compile("at line (\\d+)");

    private final JsonReader json;
    private final String fileName;

    private SnapshotReader(JsonReader json, String fileName) {
        this.json = json;
        this.fileName = fileName;
    }

    /**
     * The snapshot that a text states.
     *
     * @param text what {@link SnapshotWriter#write} returned
     * @param fileName for messages
     * @throws SnapshotException [ACC-F001] conflict markers of git, [ACC-F002] no JSON, [ACC-F003] a newer format,
     *     [ACC-F004] a fact that can't be understood
     */
    public static Snapshot read(String text, String fileName) {
        String content = (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
        try (JsonReader json = new JsonReader(new StringReader(content))) {
            json.setStrictness(Strictness.STRICT);
            return new SnapshotReader(json, fileName).snapshot();
        } catch (SnapshotException e) {
            // No text of JSON goes over lines: what can be read has no markers.
            requireNoConflict(content, fileName);
            throw e;
        } catch (IOException e) {
            throw damaged(fileName, e);
        }
    }

    private static void requireNoConflict(String content, String fileName) {
        Matcher marker = CONFLICT_MARKER.matcher(content);
        if (marker.find()) {
            long line = content.substring(0, marker.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw failure(
                    SnapshotCode.CONFLICT,
                    fileName + ":" + line,
                    "git could not merge this file: it has conflict markers in it",
                    "keep the lines of both sides where they differ in lines, or run \"accrete rebase\", which drops the"
                            + " local migration so that the next save makes it anew",
                    null);
        }
    }

    private Snapshot snapshot() {
        try {
            return file();
        } catch (FactException e) {
            throw failure(SnapshotCode.BAD_FACT, place(), e.getMessage(), RESTORE, e);
        } catch (IOException | IllegalStateException e) {
            // JsonReader throws IllegalStateException for valid JSON of another shape.
            throw damaged(fileName, e);
        } catch (IllegalArgumentException e) {
            throw failure(SnapshotCode.BAD_FACT, place(), "a value is invalid: " + e.getMessage(), RESTORE, e);
        }
    }

    private Snapshot file() throws IOException {
        FactReader facts = new FactReader();
        boolean formatSeen = false;
        boolean factsSeen = false;
        json.beginObject();
        while (json.hasNext()) {
            String member = json.nextName();
            if (member.equals("format")) {
                requireFormat(json.nextInt());
                formatSeen = true;
            } else if (member.equals("facts") && formatSeen) {
                facts(facts);
                factsSeen = true;
            } else {
                throw new FactException("\"" + member + "\" is unknown here");
            }
        }
        json.endObject();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw new FactException("the file goes on after its end");
        }
        if (!factsSeen) {
            throw new FactException("\"format\" and \"facts\" are missing");
        }
        return facts.snapshot();
    }

    private void requireFormat(int format) {
        if (format > FactKeys.FORMAT) {
            throw failure(
                    SnapshotCode.NEWER_FORMAT,
                    place(),
                    "the snapshot has format " + format + ", this version of Accrete knows formats up to "
                            + FactKeys.FORMAT,
                    "use the version of Accrete that wrote it, or a newer one",
                    null);
        } else if (format < 1) {
            throw new FactException("there is no format " + format);
        }
    }

    private void facts(FactReader facts) throws IOException {
        json.beginArray();
        boolean ended = false;
        while (json.hasNext()) {
            Map<String, Object> members = object();
            if (ended) {
                throw new FactException("a fact after the empty object that ends the list");
            }
            if (members.isEmpty()) {
                ended = true;
            } else {
                facts.add(new Fact(members));
            }
        }
        json.endArray();
        if (!ended) {
            throw new FactException("the empty object that ends the list is missing: the file was cut off");
        }
    }

    private Map<String, Object> object() throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String member = json.nextName();
            if (members.put(member, value()) != null) {
                throw new FactException("\"" + member + "\" is stated twice");
            }
        }
        json.endObject();
        return members;
    }

    private Object value() throws IOException {
        return switch (json.peek()) {
            case STRING -> json.nextString();
            case BOOLEAN -> json.nextBoolean();
            case NUMBER -> json.nextLong();
            case BEGIN_OBJECT -> new Fact(object());
            case BEGIN_ARRAY -> {
                List<Object> items = new ArrayList<>();
                json.beginArray();
                while (json.hasNext()) {
                    items.add(value());
                }
                json.endArray();
                yield items;
            }
            case NULL, NAME, END_ARRAY, END_OBJECT, END_DOCUMENT -> throw new FactException("a value of no use here");
        };
    }

    private static SnapshotException damaged(String fileName, Exception cause) {
        String message = Optional.ofNullable(cause.getMessage()).orElse("");
        // Gson's message goes on with a link for its own users.
        String first = message.lines().findFirst().orElse("");
        Matcher line = LINE.matcher(message);
        String place = line.find() ? fileName + ":" + line.group(1) : fileName;
        return failure(SnapshotCode.DAMAGED, place, "this is no valid snapshot: " + first, RESTORE, cause);
    }

    /** Where the reader is: it can say so only in its text. */
    private String place() {
        Matcher line = LINE.matcher(json.toString());
        return line.find() ? fileName + ":" + line.group(1) : fileName;
    }

    private static SnapshotException failure(Code code, String subject, String message, String fix, Throwable cause) {
        return new SnapshotException(new Finding(code, Optional.empty(), subject, message, fix), cause);
    }
}
