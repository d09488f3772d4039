package dev.accrete.runtime.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a database server and cuts every connection, hard, once clients have sent so many bytes in all. */
public final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int serverPort;
    private final AtomicLong left;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile boolean cut;

    public CuttingProxy(int serverPort, long bytes) throws IOException {
        this.serverPort = serverPort;
        this.left = new AtomicLong(bytes);
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (!listener.isClosed()) {
                serve(listener.accept());
            }
        });
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Whether the limit was reached. */
    public boolean hasCut() {
        return cut;
    }

    private void serve(Socket client) throws IOException {
        if (cut) {
            reset(client);
            return;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        open.add(client);
        open.add(server);
        daemon(() -> {
            try {
                copy(client, server, true);
            } finally {
                reset(client);
                reset(server);
            }
        });
        daemon(() -> {
            try {
                copy(server, client, false);
            } finally {
                reset(client);
                reset(server);
            }
        });
    }

    private void copy(Socket from, Socket to, boolean counted) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] block = new byte[8192];
        for (int read = in.read(block); read >= 0 && !cut; read = in.read(block)) {
            long rest = counted ? left.addAndGet(-read) : 0;
            if (rest < 0) {
                // The last packet arrives in part: in the middle of a statement.
                out.write(block, 0, (int) Math.max(0, read + rest));
                out.flush();
                cutAll();
                return;
            }
            out.write(block, 0, read);
            out.flush();
        }
    }

    private void cutAll() throws IOException {
        cut = true;
        for (Socket socket : open) {
            reset(socket);
        }
    }

    private static void reset(Socket socket) throws IOException {
        if (!socket.isClosed()) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The connection is cut: that is what this is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            cutAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
