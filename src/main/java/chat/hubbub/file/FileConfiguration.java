package chat.hubbub.file;

import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import chat.hubbub.file.store.Blobs;
import chat.hubbub.file.store.BlobsUnusable;
import chat.hubbub.file.store.FolderBlobs;
import chat.hubbub.file.store.S3Blobs;
import chat.hubbub.file.store.S3Properties;

/** Where the bytes of files are kept. */
@Configuration(proxyBeanMethods = false)
class FileConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(FileConfiguration.class);

	private static final String NAME = "files";

	@Bean
	Blobs blobs(@Value("${hubbub.data}") Path data, FileProperties settings, S3Properties bucket,
			@Value("${hubbub.cluster.enabled:false}") boolean cluster) {
		if (bucket.bucket() != null) {
			if (settings.folder() != null) {
				throw new BlobsUnusable("Files are either in a folder or in a bucket: remove hubbub.files.folder"
						+ " or hubbub.files.s3.bucket.");
			}
			return new S3Blobs(bucket);
		}
		if (cluster && settings.folder() == null) {
			logger.warn("The other nodes cannot read the files that this node keeps in its data folder: set"
					+ " hubbub.files.s3.bucket, or hubbub.files.folder to a folder that all nodes share.");
		}
		Path folder = (settings.folder() != null) ? settings.folder() : data.resolve(NAME);
		return new FolderBlobs(folder.toAbsolutePath().normalize());
	}

}
