import { Autocomplete, type AutocompleteProps, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhoneSuggestions } from "./use-phone-suggestions.ts";

/** A number to dial, with the extensions and contacts of the phone system to choose from. Anything can be typed. */
export function PhoneInput({ value = "", onFocus, onBlur, ...rest }: AutocompleteProps) {
  const { t } = useTranslation();
  const [isFocused, setFocused] = useState(false);
  const { extensions, contacts } = usePhoneSuggestions(value, isFocused);
  const names = new Map([...contacts, ...extensions].map(({ number, name }) => [number, name]));
  const groups = [
    { group: t("phoneInput.extensions"), items: extensions.map((one) => one.number) },
    { group: t("phoneInput.contacts"), items: contacts.map((one) => one.number) },
  ];
  return (
    <Autocomplete
      {...rest}
      value={value}
      data={groups.filter(({ items }) => items.length > 0)}
      // What is suggested fits already, by number or by name.
      filter={({ options }) => options}
      inputMode="tel"
      maxDropdownHeight={240}
      // In a dialog it would cover the buttons before anybody has asked for it.
      openOnFocus={false}
      styles={{ input: { fontVariantNumeric: "tabular-nums" } }}
      renderOption={({ option }) => (
        <Group justify="space-between" wrap="nowrap" w="100%" gap="sm">
          <Text size="sm">{option.value}</Text>
          <Text size="xs" c="dimmed" truncate>
            {names.get(option.value)}
          </Text>
        </Group>
      )}
      onFocus={(event) => {
        setFocused(true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setFocused(false);
        onBlur?.(event);
      }}
    />
  );
}
