package dev.accrete.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.runtime.fault.CuttingProxy;
import dev.accrete.runtime.fault.TransactionPooler;
import dev.accrete.testkit.PostgresServer;
import dev.accrete.testkit.TestDatabase;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between the application and its database. */
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "1, LAST_USED",
        "2, LAST_USED",
        "5, LAST_USED",
        "2, IN_TURN",
        "3, IN_TURN",
        "5, IN_TURN",
        "3, AT_RANDOM",
        "9, AT_RANDOM"
    })
    void aTransactionPoolerIsRefusedAndKeepsNoLock(int size, TransactionPooler.Choice choice) throws Exception {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            String name = database.url().substring(database.url().lastIndexOf('/') + 1);
            MemorySource source = Resumable.source("postgresql");
            try (TransactionPooler pooler =
                    new TransactionPooler(PostgresServer.shared().port(), name, database.user(), size, choice)) {
                assertThatThrownBy(() -> builder(source)
                                .dataSource(TestDataSources.of(() -> DriverManager.getConnection(
                                        pooler.url(name), database.user(), database.password())))
                                .build()
                                .migrate())
                        .hasMessageContainingAll("ACC-R010", "session mode");
                assertThat(TestRows.query(database, "select count(*) from pg_locks where locktype = 'advisory'"))
                        .containsExactly("0");
            }
            builder(source).dataSource(database.dataSource()).build().migrate();
            Resumable.assertDone(database, "without the pooler");
        }
    }

    @Test
    void aConnectionThatIsCutAnywhereOnPostgresqlIsSaidAndTheNextStartCompletes() throws Exception {
        int cuts = 0;
        Set<RuntimeCode> codes = new HashSet<>();
        boolean cut = true;
        for (int bytes = 150; cut; bytes += 353) {
            try (TestDatabase database = TestDatabase.create("postgresql");
                    CuttingProxy proxy =
                            new CuttingProxy(PostgresServer.shared().port(), bytes)) {
                String url = database.url().replaceFirst(":\\d+/", ":" + proxy.port() + "/");
                cut = survives(database, proxy, url + "?sslmode=disable", codes);
                cuts += cut ? 1 : 0;
            }
        }
        System.out.println("postgresql: survived " + cuts + " cut connections, told as " + codes);
        assertThat(cuts).isGreaterThan(20);
    }

    @Test
    void aConnectionThatIsCutAnywhereOnAnH2ServerIsSaidAndTheNextStartCompletes() throws Exception {
        int cuts = 0;
        Set<RuntimeCode> codes = new HashSet<>();
        boolean cut = true;
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try {
            for (int bytes = 150; cut; bytes += 1009) {
                try (CuttingProxy proxy = new CuttingProxy(server.getPort(), bytes)) {
                    String path = "/mem:cut" + bytes + ";DB_CLOSE_DELAY=-1";
                    String url = "jdbc:h2:tcp://localhost:" + server.getPort() + path;
                    TestDatabase database = new TestDatabase("h2", url, "sa", "", () -> {});
                    cut = survives(database, proxy, "jdbc:h2:tcp://localhost:" + proxy.port() + path, codes);
                    cuts += cut ? 1 : 0;
                }
            }
        } finally {
            server.stop();
        }
        System.out.println("h2: survived " + cuts + " cut connections, told as " + codes);
        assertThat(cuts).isGreaterThan(20);
    }

    /** @return whether the proxy has cut the connections before the run was over */
    private static boolean survives(TestDatabase database, CuttingProxy proxy, String url, Set<RuntimeCode> codes)
            throws Exception {
        MemorySource source = Resumable.source(database.dialect());
        try {
            builder(source)
                    .dataSource(TestDataSources.of(
                            () -> DriverManager.getConnection(url, database.user(), database.password())))
                    .build()
                    .migrate();
        } catch (AccreteException e) {
            assertThat(proxy.hasCut()).as(e.getMessage()).isTrue();
            codes.add(e.code());
        }
        builder(source).dataSource(database.dataSource()).build().migrate();
        Resumable.assertDone(database, "cut");
        return proxy.hasCut();
    }

    private static Accrete.Builder builder(MemorySource source) {
        return Accrete.builder().source(source).lockWait(Duration.ofSeconds(60)).lockLease(Duration.ofMillis(300));
    }
}
