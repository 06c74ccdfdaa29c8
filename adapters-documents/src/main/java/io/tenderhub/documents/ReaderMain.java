package io.tenderhub.documents;

import io.tenderhub.document.DocumentText;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** The process that reads one document from its standard input, tells the answer on its standard output, and ends. */
final class ReaderMain {
    static final String OUT_OF_MEMORY = "it takes more memory than one document may";

    private ReaderMain() {}

    /** @param arguments for how many milliseconds it may live, should nobody end it before */
    public static void main(String[] arguments) throws InterruptedException {
        // What a library may print must not come between the bytes of the answer.
        System.setOut(System.err);
        FontMappers.set(new BundledFont());
        Thread reader = new Thread(ReaderMain::answer, "reader");
        // The process ends with this thread, which waits no longer than it may, whatever became of its parent.
        reader.setDaemon(true);
        reader.start();
        reader.join(Long.parseLong(arguments[0]));
    }

    private static void answer() {
        try (DataInputStream from = new DataInputStream(new BufferedInputStream(System.in));
                DataOutputStream to =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            Wire.Task task = Wire.readTask(from);
            try {
                DocumentText text = new DocumentReader(task.limits()).read(task.name(), task.type(), task.content());
                Wire.writeText(to, text);
            } catch (RefusedException e) {
                Wire.writeRefusal(to, e);
            } catch (OutOfMemoryError e) {
                // The JVM ends where its heap is full; here is what the JDK's own classes throw of arrays that none can
                // hold.
                Wire.writeRefusal(to, new RefusedException(Reason.TOO_MUCH_INSIDE, OUT_OF_MEMORY));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nobody listens any more", e);
        }
    }
}
