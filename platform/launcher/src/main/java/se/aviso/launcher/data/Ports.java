package se.aviso.launcher.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Loopback ports of the parts: chosen free at the first start, remembered, and used again while they are free. */
public final class Ports {
    private final PrivateProperties file;

    public Ports(DataFolder folder) {
        this.file = new PrivateProperties(folder.file("ports.properties"));
    }

    /** The port of this part; another than last time only if somebody else took that one. */
    public synchronized int of(String part) {
        var known = file.read().get(part);
        if (known != null && isFree(Integer.parseInt(known))) {
            return Integer.parseInt(known);
        }
        int chosen = anyFree();
        file.put(part, Integer.toString(chosen));
        return chosen;
    }

    /** Whether nobody listens on this port of the loopback address. */
    public static boolean isFree(int port) {
        return isFree(InetAddress.getLoopbackAddress().getHostAddress(), port);
    }

    /** Whether nobody listens on this port of this address. */
    public static boolean isFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** A port that is free now. */
    public static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
