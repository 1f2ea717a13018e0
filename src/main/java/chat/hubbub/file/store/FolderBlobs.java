package chat.hubbub.file.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * Files in a folder, in sub-folders by the first two characters of their names. The nodes
 * of a cluster may share it.
 */
public final class FolderBlobs implements Blobs {

	private static final int PREFIX = 2;

	/** The end of the name of a file that is not complete. */
	private static final String PART = ".part";

	/**
	 * The start of the name of a file that shows whether there can be one. If a crash
	 * leaves it, it is visited as any other.
	 */
	private static final String CHECK = "check-";

	/** A full disk may have room for the name of a file but not for its bytes. */
	private static final int CHECK_BYTES = 4096;

	private final Path folder;

	/**
	 * Files in a folder.
	 * @param folder the folder, which is made when it is needed
	 */
	public FolderBlobs(Path folder) {
		this.folder = folder;
	}

	@Override
	public void put(String name, Path file) throws IOException {
		Path parent = parent(name);
		boolean fresh = !Files.isDirectory(parent);
		Files.createDirectories(parent);
		force(file);
		move(file, path(name));
		force(parent);
		if (fresh) {
			force(this.folder);
		}
	}

	private static void move(Path file, Path target) throws IOException {
		try {
			Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			// On another disk.
			Path part = target.resolveSibling(target.getFileName() + PART);
			Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
			force(part);
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
			Files.delete(file);
		}
	}

	/** Waits until a file, or the names in a folder, are on disk. */
	private static void force(Path path) throws IOException {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	@Override
	public Resource get(String name) {
		return new FileSystemResource(path(name));
	}

	@Override
	public void delete(String name) throws IOException {
		Files.deleteIfExists(path(name));
	}

	@Override
	public void visit(Instant before, Consumer<List<String>> visitor) throws IOException {
		if (!Files.isDirectory(this.folder)) {
			return;
		}
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(this.folder, FolderBlobs::isOwn)) {
			for (Path each : folders) {
				visitor.accept(old(each, before));
			}
		}
	}

	/** Others may keep folders there too, such as {@code lost+found}. */
	private static boolean isOwn(Path folder) {
		return folder.getFileName().toString().length() == PREFIX && Files.isDirectory(folder);
	}

	private static List<String> old(Path folder, Instant before) throws IOException {
		List<String> names = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			for (Path file : files) {
				String name = file.getFileName().toString();
				if (name.startsWith(folder.getFileName().toString()) && isOld(file, before)) {
					names.add(name);
				}
			}
		}
		return names;
	}

	private static boolean isOld(Path file, Instant before) throws IOException {
		try {
			return Files.getLastModifiedTime(file).toInstant().isBefore(before);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	@Override
	public void check() {
		try {
			Files.createDirectories(this.folder);
			probe();
		}
		catch (IOException ex) {
			throw new BlobsUnusable("Hubbub cannot write to its folder of files " + this.folder
					+ ": make it writable, or set hubbub.files.folder to another folder.", ex);
		}
	}

	/** It does not make the folder again, because its disk may be away. */
	@Override
	public void probe() throws IOException {
		if (!Files.isDirectory(this.folder)) {
			throw new NoSuchFileException(this.folder.toString());
		}
		Path file = path(CHECK + UUID.randomUUID());
		try {
			Files.createDirectories(file.getParent());
			Files.write(file, new byte[CHECK_BYTES]);
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private Path path(String name) {
		return parent(name).resolve(name);
	}

	private Path parent(String name) {
		return this.folder.resolve(name.substring(0, PREFIX));
	}

}
