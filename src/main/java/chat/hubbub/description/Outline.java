package chat.hubbub.description;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The description of the HTTP API as a page shows it.
 *
 * @param chapters the operations by their subject
 * @param models the objects of their bodies
 */
public record Outline(List<Chapter> chapters, List<Model> models) {

	/**
	 * The operations of a subject.
	 *
	 * @param name the subject
	 * @param operations its operations
	 */
	public record Chapter(String name, List<Action> operations) {

		/**
		 * The id of its heading.
		 * @return a word
		 */
		public String id() {
			return this.name.replace(' ', '-');
		}

	}

	/**
	 * An operation.
	 *
	 * @param method the method of HTTP
	 * @param path the path, with its variables in braces
	 * @param summary one sentence, may be empty
	 * @param parameters its parameters
	 * @param bodies the body that it takes, for each content type
	 * @param answers the answers, for each status and content type
	 */
	public record Action(String method, String path, String summary, List<Field> parameters, List<Field> bodies,
			List<Field> answers) {
	}

	/**
	 * A kind of object.
	 *
	 * @param name its name
	 * @param fields its fields
	 */
	public record Model(String name, List<Field> fields) {
	}

	/**
	 * A named value.
	 *
	 * @param name its name, content type or status
	 * @param place where it is, may be empty
	 * @param type its type, may be empty
	 * @param model the name of the model in that type, or {@code null}
	 * @param required whether it is always there
	 * @param text its meaning, may be empty
	 */
	public record Field(String name, String place, String type, @Nullable String model, boolean required, String text) {
	}

}
