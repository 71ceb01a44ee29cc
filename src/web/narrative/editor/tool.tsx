/** One button of the toolbar, named by its word. Pressed with a pointer it leaves the focus in the text: what is typed next must get there. */
export function Tool({
  word,
  pressed,
  disabled = false,
  onPress,
}: {
  readonly word: string;
  /** For what is on or off. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className="tool"
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      {word}
    </button>
  );
}
