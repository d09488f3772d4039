package dev.accrete.schema.snapshot;

import dev.accrete.schema.model.Name;

/**
 * Writes {@code schema.json}: JSON with one fact per line, in a stable order. Every fact ends with a comma and the list
 * ends with an empty object, so that adding a line anywhere changes that line alone and git merges line by line.
 *
 * <pre>{@code
 * {"format":1,"facts":[
 * {"setting":"naming","value":"jpa"},
 * {"class":"com.acme.User"},
 * {"table":"users"},
 * {"table":"users","column":"id","type":"bigint","nullable":false,"identity":true},
 * {"table":"users","column":"fax","type":"varchar(255)","kept":"unmapped"},
 * {}]}
 * }</pre>
 *
 * <p>The hash of the model is no part of it: it would be a line on which all branches conflict. See {@link ModelHash}.
 */
public final class SnapshotWriter {

    private SnapshotWriter() {}

    /**
     * The text of a snapshot.
     *
     * @return ends with a line end; {@code \n} between lines. {@link SnapshotReader#read} gives the snapshot back
     */
    public static String write(Snapshot snapshot) {
        FactWriter facts = new FactWriter(Name::toString);
        snapshot.settings().forEach(facts::setting);
        snapshot.classes().forEach(facts::managedClass);
        facts.model(snapshot.model());
        facts.kept(snapshot.kept());
        StringBuilder text = new StringBuilder(256 + 96 * facts.lines().size());
        text.append("{\"format\":").append(FactKeys.FORMAT).append(",\"facts\":[\n");
        for (String line : facts.lines()) {
            text.append(line).append(",\n");
        }
        return text.append("{}]}\n").toString();
    }
}
