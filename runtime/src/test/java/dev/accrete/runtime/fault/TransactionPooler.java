package dev.accrete.runtime.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * A pooler in transaction mode before a PostgreSQL: a client has a server connection from its first statement to the end
 * of the transaction, then the next client may get it.
 *
 * @implNote Source: PostgreSQL manual, chapter Frontend/Backend Protocol; PgBouncer, pool_mode = transaction.
 */
public final class TransactionPooler implements AutoCloseable {

    /** Which idle server connection a transaction gets. */
    public enum Choice {
        LAST_USED,
        IN_TURN,
        AT_RANDOM
    }

    private static final int SSL_REQUEST = 80877103;

    private final ServerSocket listener;
    private final BlockingDeque<Socket> idle = new LinkedBlockingDeque<>();
    private final Choice choice;
    private final Random random = new Random(7);
    private byte[] greeting;

    public TransactionPooler(int serverPort, String database, String user, int size, Choice choice) throws IOException {
        this.choice = choice;
        for (int i = 0; i < size; i++) {
            idle.add(connect(serverPort, database, user));
        }
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (!listener.isClosed()) {
                Socket client = listener.accept();
                daemon(() -> serve(client));
            }
        });
    }

    /** Without named statements, which no transaction pooler of old can share. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + listener.getLocalPort() + "/" + database
                + "?prepareThreshold=0&sslmode=disable";
    }

    private Socket connect(int port, String database, String user) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (String word : new String[] {"user", user, "database", database, "client_encoding", "UTF8", ""}) {
            text.write(word.getBytes(StandardCharsets.UTF_8));
            text.write(0);
        }
        DataOutputStream out = new DataOutputStream(server.getOutputStream());
        out.writeInt(text.size() + 8);
        out.writeInt(196608);
        text.writeTo(out);
        out.flush();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        forwardUntilReady(server, answer);
        greeting = answer.toByteArray();
        return server;
    }

    private Socket take() throws InterruptedException {
        Socket taken = choice == Choice.LAST_USED ? idle.takeLast() : idle.takeFirst();
        if (choice == Choice.AT_RANDOM && random.nextBoolean() && !idle.isEmpty()) {
            idle.addFirst(taken);
            taken = idle.takeLast();
        }
        return taken;
    }

    private void serve(Socket client) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream toClient = new DataOutputStream(client.getOutputStream());
        int length = in.readInt();
        if (in.readInt() == SSL_REQUEST) {
            toClient.write('N');
            length = in.readInt();
            in.readInt();
        }
        in.readNBytes(length - 8);
        toClient.write(greeting);
        Socket server = null;
        try {
            while (true) {
                ByteArrayOutputStream batch = new ByteArrayOutputStream();
                int kind = message(in, batch);
                while (kind >= 0 && kind != 'Q' && kind != 'S' && kind != 'X') {
                    kind = message(in, batch);
                }
                if (kind < 0 || kind == 'X') {
                    return;
                }
                server = server == null ? take() : server;
                batch.writeTo(server.getOutputStream());
                if (forwardUntilReady(server, toClient) == 'I') {
                    idle.addLast(server);
                    server = null;
                }
            }
        } finally {
            client.close();
            if (server != null) {
                server.close();
            }
        }
    }

    /** @return the message's kind; -1 at the end */
    private static int message(DataInputStream in, ByteArrayOutputStream copy) throws IOException {
        int kind = in.read();
        if (kind >= 0) {
            int length = in.readInt();
            DataOutputStream out = new DataOutputStream(copy);
            out.write(kind);
            out.writeInt(length);
            out.write(in.readNBytes(length - 4));
        }
        return kind;
    }

    /** @return the state of the transaction: I, T or E */
    private static int forwardUntilReady(Socket server, java.io.OutputStream client) throws IOException {
        DataInputStream in = new DataInputStream(server.getInputStream());
        while (true) {
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            int kind = message(in, copy);
            if (kind < 0) {
                throw new IOException("the server has closed the connection");
            }
            copy.writeTo(client);
            if (kind == 'Z') {
                byte[] bytes = copy.toByteArray();
                return bytes[bytes.length - 1];
            }
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // The test is over, or a client is gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket server : idle) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
