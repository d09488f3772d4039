package dev.accrete.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Joins the lines of what stands below a command's options, so that picocli breaks paragraphs, not lines. */
final class HelpText {

    private HelpText() {}

    /** Sets the text of all subcommands; indented lines and headings, which end with a colon, stay lines. */
    static void join(CommandLine accrete) {
        accrete.getSubcommands().values().forEach(command -> {
            CommandLine.Model.UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            usage.footer(joined(List.of(usage.footer())).toArray(String[]::new));
        });
    }

    private static List<String> joined(List<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        for (String line : lines) {
            int last = paragraphs.size() - 1;
            if (last >= 0 && isProse(line) && isProse(paragraphs.get(last))) {
                paragraphs.set(last, paragraphs.get(last) + " " + line);
            } else {
                paragraphs.add(line);
            }
        }
        return paragraphs;
    }

    private static boolean isProse(String line) {
        return !line.isEmpty() && !line.startsWith(" ") && !line.endsWith(":");
    }
}
