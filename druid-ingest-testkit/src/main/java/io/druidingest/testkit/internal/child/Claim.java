package io.druidingest.testkit.internal.child;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Whether the process that made a work directory still lives: it holds a lock on a file there, which the system releases
 * however the process ends. Unlike a process id, a lock is not given to somebody else, and it is seen from containers
 * too that share the directory and no process ids.
 */
final class Claim {

    /** Sorts before every other name in the directory: {@link WorkDirectory#delete} deletes in the reverse order. */
    private static final String NAME = ".lock";

    /** Another claim, of a process that keeps the directory while the first one is gone. Sorts after that. */
    private static final String KEPT = ".lock.kept";

    /** Not to be collected: that would close the channel, and release the lock. */
    private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

    private Claim() {}

    /** Claims the directory for the rest of this process. Where there are no locks it stays without a claim. */
    static void stake(Path work) {
        Path fresh = work.resolve(NAME + ".new");
        try {
            FileChannel channel = FileChannel.open(fresh, CREATE_NEW, WRITE);
            HELD.add(channel);
            channel.lock();
            // Only now: whoever finds this name and no lock knows that the lock was there and will not be again.
            Files.move(fresh, work.resolve(NAME));
        } catch (IOException e) {
            System.err.println(work + " cannot be locked: " + e);
        }
    }

    /** Claims a directory again whose process is gone. */
    static void renew(Path work) {
        try {
            FileChannel channel = FileChannel.open(work.resolve(NAME), WRITE, LinkOption.NOFOLLOW_LINKS);
            HELD.add(channel);
            channel.lock();
        } catch (IOException e) {
            System.err.println(work + " cannot be locked: " + e);
        }
    }

    /**
     * Keeps a directory from being taken for left, whatever becomes of its process, until this process ends or the claim
     * is closed.
     */
    static Closeable keep(Path work) throws IOException {
        Path kept = work.resolve(KEPT);
        FileChannel channel = FileChannel.open(kept, CREATE_NEW, WRITE);
        channel.lock();
        return () -> {
            channel.close();
            Files.deleteIfExists(kept);
        };
    }

    /**
     * Whether this is a work directory whose process is gone. Not for a directory of this process, which would lose its
     * lock by being asked.
     */
    static boolean isLeft(Path work) {
        Path kept = work.resolve(KEPT);
        return isFree(work.resolve(NAME)) && (!Files.exists(kept, LinkOption.NOFOLLOW_LINKS) || isFree(kept));
    }

    private static boolean isFree(Path claim) {
        try (FileChannel channel = FileChannel.open(claim, WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false; // not one of ours, not to be had, or just being deleted by its process
        }
    }
}
