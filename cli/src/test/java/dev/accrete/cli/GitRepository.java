package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git repository of a project in a temporary folder. */
record GitRepository(Path folder) {

    /** A new one on the branch main. */
    static GitRepository init(Path folder) {
        GitRepository repository = new GitRepository(folder);
        repository.run("init", "-q", "-b", "main");
        repository.run("config", "user.name", "Test");
        repository.run("config", "user.email", "test@example.com");
        return repository;
    }

    void commit() {
        run("add", "-A");
        run("commit", "-q", "--allow-empty", "-m", "save");
    }

    /** Returns what it printed; fails if git does. */
    String run(String... arguments) {
        StringBuilder output = new StringBuilder();
        assertThat(attempt(output, arguments))
                .as("git %s: %s", List.of(arguments), output)
                .isZero();
        return output.toString();
    }

    /** Returns git's exit status. */
    int attempt(String... arguments) {
        return attempt(new StringBuilder(), arguments);
    }

    private int attempt(StringBuilder output, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            output.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return process.waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
