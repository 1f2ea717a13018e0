package chat.hubbub.description;

import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The description of the HTTP API, which is made when somebody first asks for it.
 * Thread-safe.
 */
@Component
public class ApiDescription {

	private final ObjectProvider<OpenApiWebMvcResource> springdoc;

	/** Without the limits for the JSON of clients. */
	private final JsonMapper json = new JsonMapper();

	private final String path;

	private volatile @Nullable Outline outline;

	ApiDescription(ObjectProvider<OpenApiWebMvcResource> springdoc, @Value("${springdoc.api-docs.path}") String path) {
		this.springdoc = springdoc;
		this.path = path;
	}

	/**
	 * The description for a page.
	 * @param request the request for that page
	 * @return its parts
	 */
	public Outline outline(HttpServletRequest request) {
		Outline made = this.outline;
		if (made == null) {
			made = read(request);
			this.outline = made;
		}
		return made;
	}

	private Outline read(HttpServletRequest request) {
		try {
			byte[] document = this.springdoc.getObject().openapiJson(request, this.path, Locale.ENGLISH);
			return new OutlineReader(this.json.readTree(document)).read();
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("springdoc made no JSON", ex);
		}
	}

}
