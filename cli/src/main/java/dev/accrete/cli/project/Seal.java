package dev.accrete.cli.project;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import java.util.ArrayList;
import java.util.List;

/** Brings the catalog's hashes up to date after saved scripts were edited by hand. */
public final class Seal {

    private final MigrationFolder folder;
    private final OutputCopy output;

    public Seal(ProjectFolders folders) {
        folder = new MigrationFolder(folders.migrations());
        output = new OutputCopy(folders);
    }

    /**
     * What was sealed.
     *
     * @param edited the migrations whose scripts were edited, with their new hashes
     * @param chained the migrations behind them that only have new hashes because each hash includes the one before
     */
    public record Sealed(List<CatalogLine> edited, List<CatalogLine> chained) {

        public Sealed {
            edited = List.copyOf(edited);
            chained = List.copyOf(chained);
        }

        public boolean isEmpty() {
            return edited.isEmpty();
        }
    }

    /**
     * Writes the hashes. Comments in the catalog go: the file is written anew.
     *
     * @return empty lists if every hash was right; nothing was written then
     */
    public Sealed seal() {
        FileMove.recover(folder.root());
        Catalog before = folder.catalog();
        // Catalog.altered judges each line with the hash of the line before as it stands: edits, not their echo.
        List<CatalogLine> altered = before.altered(folder::scripts);
        if (altered.isEmpty()) {
            return new Sealed(List.of(), List.of());
        }
        Catalog after = before.sealed(folder::scripts);
        FileMove move = new FileMove(folder.root());
        move.put(MigrationFolder.CATALOG, after.text());
        move.commit();
        output.update(before, after, List.of());

        List<CatalogLine> edited = new ArrayList<>();
        List<CatalogLine> chained = new ArrayList<>();
        for (int i = 0; i < after.lines().size(); i++) {
            CatalogLine line = before.lines().get(i);
            if (altered.contains(line)) {
                edited.add(after.lines().get(i));
            } else if (!line.equals(after.lines().get(i))) {
                chained.add(after.lines().get(i));
            }
        }
        return new Sealed(edited, chained);
    }
}
