/** One button of the toolbar, named by its word. */
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
    <button type="button" className="tool" disabled={disabled} onClick={onPress} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}>
      {word}
    </button>
  );
}
